using System.Xml;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>The titles of chapters by an EPUB's table of contents, of either kind.</summary>
internal static class EpubContents
{
    /// <summary>Titles by path; the first that leads to a chapter names it.</summary>
    public static IReadOnlyDictionary<string, string> Read(Archive archive, EpubPackage package, CancellationToken cancellationToken)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in package.Contents)
        {
            using var contents = archive.Read(path, cancellationToken);
            if (contents is null) continue;
            try
            {
                if (path.EndsWith(".ncx", StringComparison.OrdinalIgnoreCase)) Older(contents, path, titles, cancellationToken);
                else Newer(contents, path, titles);
            }
            catch (DocumentRefusal)
            {
                // A book is read without its table of contents too.
            }
        }
        return titles;
    }

    private static void Newer(MemoryStream contents, string path, Dictionary<string, string> titles)
    {
        var html = EpubText.Html(contents);
        if (html is null) return;
        using var document = HtmlReading.Parse(html);
        foreach (var link in document.QuerySelectorAll("nav a[href]").Take(DocumentLimits.MaxEntries))
            Take(titles, path, link.GetAttribute("href")!, link.TextContent);
    }

    private static void Older(MemoryStream contents, string path, Dictionary<string, string> titles, CancellationToken cancellationToken)
    {
        var (label, isLabel) = ("", false);
        ArchiveXml.Read(contents, DtdProcessing.Ignore, reader =>
        {
            if (reader.NodeType == XmlNodeType.Text && isLabel) label = reader.Value;
            isLabel = reader is { NodeType: XmlNodeType.Element, LocalName: "text", IsEmptyElement: false };
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "content" }) Take(titles, path, reader.GetAttribute("src") ?? "", label);
        }, cancellationToken);
    }

    private static void Take(Dictionary<string, string> titles, string from, string address, string title)
    {
        if (CleanText.Line(title) is { Length: > 0 } clean && EpubPackage.Resolve(from, address) is { } path) titles.TryAdd(path, clean);
    }
}
