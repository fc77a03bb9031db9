using Mosaic.Web.Features.Memos.Editor;

namespace Mosaic.Tests.Memos.Editor;

public sealed class MemoLabelTests
{
    [Theory]
    [InlineData("## A *bold* title\nand more", "A bold title")]
    [InlineData("\n\n- [ ] buy milk", "buy milk")]
    [InlineData("> 1. said", "1. said")]
    [InlineData("12) twelfth", "twelfth")]
    [InlineData("see [[2f7e3c1a|other]] | here", "see 2f7e3c1a other here")]
    [InlineData("#garden is a tag", "#garden is a tag")]
    [InlineData("***\n", "Memo")]
    [InlineData("", "Memo")]
    public void A_label_is_the_first_line_that_says_something_without_marks(string content, string label) => Assert.Equal(label, MemoLabel.Of(content));

    [Fact]
    public void A_long_label_is_cut_and_never_within_a_character()
    {
        var label = MemoLabel.Of(string.Concat(Enumerable.Repeat("\U0001F33F", 80)));
        Assert.InRange(label.Length, 50, MemoLabel.MaxLength);
        Assert.EndsWith("\U0001F33F…", label, StringComparison.Ordinal);
    }
}
