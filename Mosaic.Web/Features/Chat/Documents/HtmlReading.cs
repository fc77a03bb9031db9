using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>What a person would read of a page of HTML.</summary>
internal static class HtmlReading
{
    /// <summary>Elements that are left open this deep inside each other make a page a trap.</summary>
    private const int MaxDepth = 2_000;

    /// <summary>The title of the page, or its first heading; empty where it has neither.</summary>
    public static string Read(string html, PartList parts, CancellationToken cancellationToken)
    {
        using var document = Parse(html);
        cancellationToken.ThrowIfCancellationRequested();
        var heading = "";
        foreach (var root in Roots(document))
        {
            var sections = new SectionText(parts);
            new HtmlText(sections).Read(root, cancellationToken);
            heading = sections.FirstHeading;
            if (parts.Parts.Count > 0) break;
        }
        return CleanText.Line(document.Title ?? "") is { Length: > 0 } title ? title : heading;
    }

    /// <summary>Refuses what is too long or too deep before a parser sees it; scripts, styles and comments are gone.</summary>
    public static IDocument Parse(string html)
    {
        if (html.Length > DocumentLimits.MaxText) throw new DocumentRefusal(DocumentRefusal.TooLong);
        var readable = HtmlScripts.Without(html);
        if (HtmlDepth.Of(readable) > MaxDepth) throw new DocumentRefusal("This page is nested too deeply to be read. Save its text as .txt, and import that.");
        return new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(readable);
    }

    // The main text where the page says which it is, and else everything.
    private static IEnumerable<INode> Roots(IDocument document)
    {
        if (document.QuerySelector("main, [role=main]") is { } main) yield return main;
        var articles = document.QuerySelectorAll("article");
        if (articles.Length == 1) yield return articles[0];
        if (document.Body is { } body) yield return body;
    }
}
