using System.Globalization;
using System.Text.RegularExpressions;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>The text of an EPUB, a part for each chapter.</summary>
internal static partial class EpubText
{
    private const string Sold = "This book is locked by its seller, so it cannot be read here. Choose a copy without a lock.";

    /// <summary>The title of the book; empty where it says none.</summary>
    public static string Read(Archive archive, PartList parts, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (archive.Holds("META-INF/rights.xml") || archive.Holds("META-INF/sinf.xml") || archive.Holds("META-INF/license.lcpl")) throw new DocumentRefusal(Sold);
        var package = EpubPackage.Read(archive, cancellationToken);
        var titles = EpubContents.Read(archive, package, cancellationToken);
        var chapters = package.Chapters;
        for (var at = 0; at < chapters.Count; at++)
        {
            using var chapter = archive.Read(chapters[at], cancellationToken);
            if (chapter is not null && Html(chapter) is { } html) ReadChapter(html, at + 1, titles.GetValueOrDefault(chapters[at]), parts, cancellationToken);
            progress?.Report((at + 1.0) / chapters.Count);
        }
        return package.Title;
    }

    /// <summary>A chapter as HTML, which has no elements that close themselves; null where it is no text.</summary>
    public static string? Html(MemoryStream chapter) =>
        TextBytes.Decode(chapter.GetBuffer().AsSpan(0, (int)chapter.Length)) is { } text ? SelfClosed().Replace(text, "<$1$2></$1>") : null;

    private static void ReadChapter(string html, int number, string? title, PartList parts, CancellationToken cancellationToken)
    {
        var pieces = new PartList();
        HtmlReading.Read(html, pieces, cancellationToken);
        if (pieces.Parts.Count == 0) return;
        var name = title ?? FirstHeading(pieces);
        var place = string.Create(CultureInfo.InvariantCulture, $"chapter {number}");
        parts.Add(name.Length > 0 ? $"{place}: {name}" : place, string.Join("\n\n", pieces.Parts.Select(piece => piece.Text)));
    }

    private static string FirstHeading(PartList pieces) => pieces.Parts.Select(piece => piece.Place).FirstOrDefault(place => place.Length > 0) ?? "";

    [GeneratedRegex(@"<(title|script|style|textarea|iframe|noscript|template|a|span|div|p)\b([^<>]*)/>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SelfClosed();
}
