using System.Xml;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>What an EPUB says of itself: its title, its chapters in reading order, and where its table of contents is. EPUB 3.3, clause 5.</summary>
internal sealed class EpubPackage
{
    private const string Container = "META-INF/container.xml";

    private readonly Dictionary<string, (string Path, string Properties)> _manifest = new(StringComparer.Ordinal);
    private readonly List<string> _spine = [];
    private string _contents = "";

    public string Title { get; private set; } = "";

    /// <summary>Paths of chapters inside the archive, in reading order, each once.</summary>
    public IReadOnlyList<string> Chapters => [.. _spine.Where(_manifest.ContainsKey).Select(id => _manifest[id].Path).Distinct(StringComparer.Ordinal)];

    /// <summary>Paths of the tables of contents, the newer kind first.</summary>
    public IReadOnlyList<string> Contents =>
        [.. _manifest.Values.Where(item => item.Properties.Split(' ').Contains("nav")).Select(item => item.Path), .. _manifest.TryGetValue(_contents, out var older) ? [older.Path] : Array.Empty<string>()];

    public static bool IsIn(Archive archive) => archive.Holds(Container);

    public static EpubPackage Read(Archive archive, CancellationToken cancellationToken)
    {
        var path = "";
        using var container = archive.Read(Container, cancellationToken)!;
        ArchiveXml.Read(container, DtdProcessing.Prohibit, reader =>
        {
            if (path.Length == 0 && reader is { NodeType: XmlNodeType.Element, LocalName: "rootfile" }) path = reader.GetAttribute("full-path") ?? "";
        }, cancellationToken);
        using var file = archive.Read(path, cancellationToken) ?? throw new DocumentRefusal(Archive.Broken);
        var package = new EpubPackage();
        var isTitle = false;
        ArchiveXml.Read(file, DtdProcessing.Prohibit, reader =>
        {
            if (reader.NodeType == XmlNodeType.Text && isTitle) package.Title = CleanText.Line(reader.Value);
            isTitle = reader is { NodeType: XmlNodeType.Element, LocalName: "title", IsEmptyElement: false } && package.Title.Length == 0;
            if (reader.NodeType == XmlNodeType.Element) package.Take(reader, path);
        }, cancellationToken);
        return package;
    }

    /// <summary>An address in a file of the archive as a path of the archive, without what follows <c>#</c>; null where it leads out of it.</summary>
    public static string? Resolve(string from, string address)
    {
        var names = from.Split('/')[..^1].ToList();
        foreach (var name in Uri.UnescapeDataString(address.Split('#')[0]).Split('/'))
        {
            if (name is "" or ".") continue;
            if (name != "..") names.Add(name);
            else if (names.Count > 0) names.RemoveAt(names.Count - 1);
            else return null;
        }
        return string.Join('/', names);
    }

    private void Take(XmlReader reader, string path)
    {
        if (reader.LocalName == "item" && reader.GetAttribute("id") is { } id && Resolve(path, reader.GetAttribute("href") ?? "") is { } target)
            _manifest.TryAdd(id, (target, reader.GetAttribute("properties") ?? ""));
        if (reader.LocalName == "spine") _contents = reader.GetAttribute("toc") ?? "";
        if (reader.LocalName == "itemref" && reader.GetAttribute("idref") is { } chapter && _spine.Count < DocumentLimits.MaxEntries) _spine.Add(chapter);
    }
}
