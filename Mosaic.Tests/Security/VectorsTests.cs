using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Security;

/// <summary>Whatever somebody writes, a page gets only what the allow-list knows.</summary>
public sealed class VectorsTests
{
    private static readonly MarkdownRenderer Renderer = new();

    /// <summary>Whatever stands around a vector may change how it is read.</summary>
    private static readonly (string Before, string After)[] Surroundings =
    [
        ("", ""), ("> ", ""), ("- [ ] ", ""), ("# ", ""), ("**", "**"), ("[", "](https://a.example/)"), ("![", "](/files/01900000-0000-7000-8000-00000000000a)"), ("|a|\n|-|\n|", "|"),
        ("`", "`"), ("<div>\n\n", "\n\n</div>"), ("#tag", ""), ("[[01900000-0000-7000-8000-00000000000a|", "]]"), ("[x](", ")"), ("```", "\n```"), ("    ", ""), ("\\", ""),
    ];

    [Fact]
    public void There_are_as_many_as_promised_and_none_twice()
    {
        Assert.True(InjectionVectors.All.Distinct().Count() >= 300);
        Assert.True(NaughtyStrings.All.Distinct().Count() >= 200);
        Assert.Equal(InjectionVectors.All.Count, InjectionVectors.All.Distinct().Count());
    }

    [Fact]
    public void No_vector_gets_more_than_the_allow_list_on_a_page()
    {
        foreach (var vector in InjectionVectors.All.Concat(NaughtyStrings.All))
            foreach (var (before, after) in Surroundings)
                AssertHarmless(before + vector + after);
    }

    [Fact]
    public void Two_vectors_together_do_no_more_than_one()
    {
        var random = new Random(20);
        var all = InjectionVectors.All;
        for (var round = 0; round < 6_000; round++)
            AssertHarmless(all[random.Next(all.Count)] + (round % 3) switch { 0 => "", 1 => "\n", _ => "\n\n" } + all[random.Next(all.Count)]);
    }

    [Fact]
    public void A_vector_that_comes_bit_by_bit_is_harmless_at_every_moment()
    {
        const int Step = 6;
        foreach (var vector in InjectionVectors.All)
            foreach (var before in new[] { "", "- ", "```html\n", "Settled.\n\n" })
            {
                var (text, growing) = (before + vector, new GrowingMarkdown());
                for (var at = 0; at < text.Length; at += Step)
                {
                    growing.Append(text[at..Math.Min(text.Length, at + Step)]);
                    growing.Render();
                    AssertAllowed(growing.Tail, text);
                }
                foreach (var block in growing.Blocks) AssertAllowed(block, text);
            }
    }

    [Fact]
    public void The_sanitiser_alone_stands_too()
    {
        foreach (var vector in InjectionVectors.All)
        {
            AssertAllowed(SafeHtml.Of(vector).ToString(), vector);
            AssertAllowed(SafeHtml.Of("<p title=\"" + vector + "\">" + vector).ToString(), vector);
        }
    }

    [Fact]
    public void What_was_made_safe_stays_the_same_when_it_is_made_safe_again()
    {
        foreach (var vector in InjectionVectors.All.Concat(NaughtyStrings.All))
        {
            var once = Renderer.ToHtml(vector).ToString();
            Assert.Equal(once, SafeHtml.Of(once).ToString());
        }
    }

    [Fact]
    public void Text_that_is_no_markup_is_shown_whole()
    {
        foreach (var text in NaughtyStrings.All)
        {
            Renderer.ToPlainText(text, 100);
            Assert.DoesNotContain('\0', Renderer.ToHtml(text).ToString());
        }
    }

    [Fact]
    public void Tags_lead_only_to_our_own_list()
    {
        foreach (var vector in InjectionVectors.All.Concat(NaughtyStrings.All))
            foreach (var text in new[] { vector, "#" + vector, "x #" + vector.Replace(' ', '_') })
                foreach (var tag in TagSyntax.Find(text))
                {
                    Assert.DoesNotContain(tag, character => "<>\"'&`#()[]{}:;= \n\0\\".Contains(character, StringComparison.Ordinal));
                    Assert.StartsWith("/?tag=", TagSyntax.Url(tag), StringComparison.Ordinal);
                    Assert.True(TagSyntax.IsTag(tag), tag);
                }
    }

    [Fact]
    public void Names_of_files_break_no_header()
    {
        foreach (var text in InjectionVectors.All.Concat(NaughtyStrings.All))
        {
            var name = FileNames.Clean(text);
            Assert.InRange(name.Length, 1, 1_000);
            Assert.DoesNotContain(name, char.IsControl);
            var header = ContentDisposition.Attachment(name);
            Assert.All(header, character => Assert.InRange(character, ' ', '~'));
            Assert.Equal(2, header.Count(character => character == '"'));
            Assert.DoesNotContain("/", header, StringComparison.Ordinal);
        }
    }

    private static void AssertHarmless(string text) => AssertAllowed(Renderer.ToHtml(text).ToString(), text);

    private static void AssertAllowed(string html, string text)
    {
        using var document = new HtmlParser().ParseDocument("<!doctype html><body><div id=host>" + html + "</div><i id=after></i>");
        Assert.NotNull(document.QuerySelector("body > #host + #after"));
        foreach (var element in document.QuerySelectorAll("#host *"))
        {
            Assert.True(HtmlAllowList.Elements.Contains(element.LocalName) && element.NamespaceUri == "http://www.w3.org/1999/xhtml", $"<{element.LocalName}> from: {text}");
            foreach (var attribute in element.Attributes)
                Assert.True(HtmlAllowList.Allows(element.LocalName, attribute.Name, attribute.Value), $"{element.LocalName} {attribute.Name}={attribute.Value} from: {text}");
            if (element.GetAttribute("href") is { } href && !href.StartsWith('/')) AssertForeign(element, href, text);
        }
    }

    private static void AssertForeign(IElement link, string href, string text)
    {
        Assert.True(href.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || href.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase), $"{href} from: {text}");
        Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel"));
    }
}
