using Mosaic.Web.Features.Bots.Replies;

namespace Mosaic.Tests.Bots.Replies;

public sealed class ReplyTextTests
{
    [Theory]
    [InlineData("You said so before [2].", "You said so before [1].")]
    [InlineData("Both [2][3], and [2, 3].", "Both [1][2], and [1][2].")]
    [InlineData("As you write [1], and as you wrote [3].", "As you write, and as you wrote [2].")]
    [InlineData("Nothing [9] has this.", "Nothing has this.")]
    [InlineData("See `a[2]` and [2].", "See `a[2]` and [1].")]
    [InlineData("Half a mark [", "Half a mark [")]
    [InlineData("【2†memo】 it is", "[1] it is")]
    public void What_was_recalled_is_numbered_from_one_and_the_memo_itself_not_at_all(string written, string shown) =>
        Assert.Equal(shown, ReplyText.Of(written, recalled: 2, isOffline: false));

    [Fact]
    public void What_the_offline_helper_quotes_stays_as_the_person_wrote_it() =>
        Assert.Equal("> “see [2]”\n\n[1], 3 March 2026", ReplyText.Of("> “see [2]”\n\n[2], 3 March 2026", recalled: 1, isOffline: true));
}
