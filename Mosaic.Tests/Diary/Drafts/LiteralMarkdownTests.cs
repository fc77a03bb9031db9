using AngleSharp.Html.Parser;
using Mosaic.Web.Features.Diary.Drafts;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Diary.Drafts;

public sealed class LiteralMarkdownTests
{
    [Theory]
    [InlineData("# No heading, *no* _stress_, `code` and ~~gone~~.")]
    [InlineData("- no item")]
    [InlineData("+ no item")]
    [InlineData("1986. was a year")]
    [InlineData("12) twelve")]
    [InlineData("> no quote")]
    [InlineData("[x] no task, [no](/link), [[no memo]] and ![no picture](/a.png)")]
    [InlineData("<b>no tag</b> &amp; &copy; #work no tag")]
    [InlineData("https://example.org, http://a.b/c?d=e, www.example.org and mailto:ada@example.org or Tel:123")]
    [InlineData("| no | table |")]
    [InlineData("==no mark== ++no insert++ ^no^ $no$ \\ and \\*")]
    [InlineData("---")]
    [InlineData("===")]
    [InlineData("At 7:42 it was 3.5 degrees (cold), wasn't it? Yes! \"Fine\"; well - so-so.")]
    public void Every_sign_is_shown_as_it_stands(string text)
    {
        using var renderer = new MarkdownRenderer();
        var draft = new DayDraft([new DraftParagraph([new DraftSentence(text, [Guid.Empty])]), new DraftParagraph([new DraftSentence("Second.", [Guid.Empty])])], "joy", 8, IsOffline: false);
        var page = new HtmlParser().ParseDocument(renderer.ToHtml(draft.ToMarkdown()).ToString()).Body!;
        Assert.Equal(["P", "P"], page.QuerySelectorAll("*").Select(element => element.TagName));
        Assert.Equal([text, "Second."], page.QuerySelectorAll("p").Select(paragraph => paragraph.TextContent.Trim()));
    }

    [Fact]
    public void A_plain_sentence_stays_plain() => Assert.Equal("At 7:42, well - so-so (3.5). Yes!", LiteralMarkdown.Of("At 7:42, well - so-so (3.5). Yes!"));
}
