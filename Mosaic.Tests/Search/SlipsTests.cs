using Mosaic.Data.Search;

namespace Mosaic.Tests.Search;

public sealed class SlipsTests
{
    [Theory]
    [InlineData("garden", "garden", 0)]
    [InlineData("gardn", "garden", 1)]
    [InlineData("gardden", "garden", 1)]
    [InlineData("gerden", "garden", 1)]
    [InlineData("dentsit", "dentist", 1)]
    [InlineData("postgers", "postgres", 1)]
    [InlineData("acomodation", "accommodation", 2)]
    [InlineData("", "four", 4)]
    [InlineData("four", "", 4)]
    public void Letters_left_out_put_in_changed_or_swapped_are_a_slip_each(string written, string meant, int slips)
    {
        Assert.Equal(slips, Slips.Between(written, meant));
        Assert.Equal(slips, Slips.Between(meant, written));
    }

    [Fact]
    public void A_short_word_is_soon_another_one()
    {
        Assert.Equal(1, Slips.Most("salad"));
        Assert.Equal(2, Slips.Most("salads"));
    }
}
