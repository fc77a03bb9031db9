using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos.Filter;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Memos;

public sealed class MemoQueryTests
{
    private static readonly Person Berliner = MemoPeople.Of(Guid.NewGuid(), "Europe/Berlin");

    [Fact]
    public void An_address_and_its_query_are_the_same_thing()
    {
        var query = new MemoQuery { Tag = "work/mosaic", From = new(2026, 1, 2), To = new(2026, 3, 4), Text = "a & b=c #d", OpenTasks = true, HasFiles = true };
        Assert.Equal(query, MemoQuery.Parse("http://localhost" + query.ToAddress()));
        var untagged = new MemoQuery { Untagged = true, Archived = true };
        Assert.Equal(untagged, MemoQuery.Parse(untagged.ToAddress()[1..]));
    }

    [Theory]
    [InlineData("http://x/?from=yesterday&to=2026-13-45")]
    [InlineData("http://x/?tag=&q=%20")]
    [InlineData("http://x/?show=nonsense&has=cheese")]
    [InlineData("http://x/")]
    public void What_cannot_be_understood_is_left_out(string address) => Assert.True(MemoQuery.Parse(address).IsEmpty);

    [Fact]
    public void A_text_of_10_000_characters_is_cut() => Assert.Equal(200, MemoQuery.Parse("http://x/?q=" + new string('a', 10_000)).Text!.Length);

    [Fact]
    public void Days_begin_and_end_at_midnight_where_the_person_lives()
    {
        // The clocks of Berlin go back on 25 October 2026: that day has 25 hours.
        var filter = new MemoQuery { From = new(2026, 10, 25), To = new(2026, 10, 25) }.ToFilter(Berliner);
        Assert.Equal(new DateTimeOffset(2026, 10, 24, 22, 0, 0, TimeSpan.Zero), filter.From);
        Assert.Equal(TimeSpan.FromHours(25), filter.Before - filter.From);
    }

    [Fact]
    public void The_last_day_of_the_calendar_is_no_error() => Assert.Null(new MemoQuery { To = DateOnly.MaxValue }.ToFilter(Berliner).Before);

    [Theory]
    [InlineData("?show=archive", MemoPlace.Archive)]
    [InlineData("?show=tasks", MemoPlace.Desk)]
    public void The_view_says_where_to_look(string address, MemoPlace place) => Assert.Equal(place, MemoQuery.Parse(address).ToFilter(Berliner).Place);
}
