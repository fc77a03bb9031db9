using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Chat.Streaming;

public sealed class GrowingMarkdownTests
{
    private const string Text =
        """
        A first paragraph with **bold** words and a [link](https://example.org/).

        ## A heading

        - one
        - two with `code`

          and a second paragraph of it
        - three

        | a | b |
        |---|---|
        | 1 | 2 |

        ```csharp
        var x = 1 < 2 && "quoted" != '`'.ToString();

        // a blank line inside
        ```

        > a quote
        > of two lines

        And the end, 日本語 😀.
        """;

    [Theory, InlineData(1), InlineData(3), InlineData(17)]
    public void GrownInPiecesItIsWhatTheWholeIs(int step)
    {
        var growing = new GrowingMarkdown();
        for (var at = 0; at < Text.Length; at += step)
        {
            growing.Append(Text[at..Math.Min(Text.Length, at + step)]);
            growing.Render();
        }

        using var renderer = new MarkdownRenderer();
        Assert.Equal(Plain(renderer.ToHtml(Text).ToString()), Plain(string.Concat(growing.Blocks) + growing.Tail));
        Assert.True(growing.Blocks.Count >= 5, $"{growing.Blocks.Count} blocks settled");
    }

    [Fact]
    public void WhatIsSettledIsNeverMadeAnew()
    {
        var growing = new GrowingMarkdown();
        growing.Append("First.\n\nSecond");
        growing.Render();
        var settled = growing.Blocks[0];

        for (var word = 0; word < 100; word++) growing.Append(" word");
        growing.Render();

        Assert.Same(settled, Assert.Single(growing.Blocks));
        Assert.StartsWith("<p>Second word", growing.Tail, StringComparison.Ordinal);
    }

    [Fact]
    public void CodeGrowsAtItsEndAndNothingInItIsMarkup()
    {
        var growing = new GrowingMarkdown();
        growing.Append("```html\n<script>alert(1)</script>\n\n# no heading\n");
        growing.Render();
        var before = growing.Tail;
        growing.Append("<b>more</b>");
        growing.Render();

        Assert.Empty(growing.Blocks);
        Assert.Contains("&lt;script&gt;", before, StringComparison.Ordinal);
        Assert.Contains("# no heading", before, StringComparison.Ordinal);
        var same = before.AsSpan().CommonPrefixLength(growing.Tail);
        Assert.True(before.Length - same <= "\n</code></pre>\n".Length + 1, before[same..]);
        Assert.Contains("&lt;b&gt;more&lt;/b&gt;", growing.Tail, StringComparison.Ordinal);
    }

    [Fact]
    public void CodeThatClosesOnTheLastLineOfAllIsClosedAndOneThatOnlySeemedToIsNot()
    {
        var growing = new GrowingMarkdown();
        foreach (var piece in new[] { "```\nvar x = 1;\n", "``", "`" })
        {
            growing.Append(piece);
            growing.Render();
        }
        Assert.Equal(Plain(MarkdownRenderer.ToHtmlOnce("```\nvar x = 1;\n```").ToString()), Plain(growing.Tail));

        growing.Append("x\nvar y = 2;");
        growing.Render();
        Assert.StartsWith("<pre", growing.Tail, StringComparison.Ordinal);
        Assert.Contains("var y = 2;", growing.Tail, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingHarmfulComesOut()
    {
        var growing = new GrowingMarkdown();
        foreach (var piece in new[] { "<img src=x onerror=", "alert(1)>\n\n[a](java", "script:alert(1))\n\n![](https://", "tracker.example/x.png)\n\n<scr", "ipt>alert(1)</script>" })
        {
            growing.Append(piece);
            growing.Render();
            var shown = string.Concat(growing.Blocks) + growing.Tail;
            Assert.DoesNotContain("<img src=x", shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script", shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript", shown, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Plain(string html) => string.Concat(html.Where(sign => !char.IsWhiteSpace(sign)));
}
