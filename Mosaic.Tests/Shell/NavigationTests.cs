using Mosaic.Web.Shell.Navigation;

namespace Mosaic.Tests.Shell;

public sealed class NavigationTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/memos", true)]
    [InlineData("/memos/0192", true)]
    [InlineData("/memosphere", false)]
    [InlineData("/tags", false)]
    public void Memos_is_current_at_home_and_at_a_memo(string path, bool current) =>
        Assert.Equal(current, NavigationCatalogue.Places.Single(place => place.Name == "Memos").IsAt(path));

    [Theory]
    [InlineData("/tags", true)]
    [InlineData("/tags/work", true)]
    [InlineData("/tagsoup", false)]
    [InlineData("/", false)]
    public void A_place_is_current_at_its_address_and_below(string path, bool current) =>
        Assert.Equal(current, NavigationCatalogue.Places.Single(place => place.Name == "Tags").IsAt(path));

    [Fact]
    public void Who_is_no_admin_is_shown_nothing_of_administration() =>
        Assert.DoesNotContain(NavigationCatalogue.Named(isAdmin: false), place => place.Address.StartsWith("/admin", StringComparison.Ordinal));

    [Fact]
    public void No_two_places_share_an_address_a_name_or_a_key()
    {
        var places = NavigationCatalogue.Named(isAdmin: true).ToList();

        Assert.Equal(places.Count, places.Select(place => place.Address).Distinct().Count());
        Assert.Equal(places.Count, places.Select(place => place.Name).Distinct().Count());
        var keys = places.Where(place => place.GoKey is not null).Select(place => place.GoKey).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void The_tab_bar_has_room_for_four_beside_More() =>
        Assert.InRange(NavigationCatalogue.Places.Count(place => place.OnTabBar), 1, 4);
}
