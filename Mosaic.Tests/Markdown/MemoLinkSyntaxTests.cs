using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Markdown;

public sealed class MemoLinkSyntaxTests
{
    private static readonly Guid Id = Guid.Parse("01900000-0000-7000-8000-00000000000a");

    [Fact]
    public void Links_are_found_once_and_not_in_code() => Assert.Equal(
        [Id], MemoLinkSyntax.Find($"[[{Id}|a]] and [[{Id}]] and `[[{Guid.CreateVersion7()}|code]]` and [[not-an-id|x]]"));

    [Theory]
    [InlineData("My memo", "My memo")]
    [InlineData("a [b] | c\nd", "a b c d")]
    [InlineData("  ", "memo")]
    public void What_is_written_for_a_memo_is_read_again(string title, string label)
    {
        using var renderer = new MarkdownRenderer();
        var text = MemoLinkSyntax.Write(Id, title);
        Assert.Equal([Id], MemoLinkSyntax.Find(text));
        Assert.Equal(label, renderer.ToPlainText(text, 100));
    }

    [Fact]
    public void A_link_in_a_table_is_one_cell()
    {
        using var renderer = new MarkdownRenderer();
        var html = renderer.ToHtml($"| a | b |\n|---|---|\n| [[{Id}|x]] | y |").ToString();
        Assert.Equal(2, html.Split("<td>").Length - 1);
        Assert.Contains(">x</a></td>", html, StringComparison.Ordinal);
    }
}
