using System.Text;
using System.Xml;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>The text of a Word document: paragraphs, headings and tables. ECMA-376, part 1, clause 17.</summary>
internal sealed class WordDocument(SectionText sections)
{
    public const string Main = "word/document.xml";

    private const string Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", StrictWords = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private readonly StringBuilder _paragraph = new();
    private bool _isHeading, _isItem, _isText;
    private int _deleted, _fallback, _cells;

    /// <summary>The title the document has been given, or its first heading; empty where it has neither.</summary>
    public static string Read(Archive archive, PartList parts, CancellationToken cancellationToken)
    {
        using var main = archive.Read(Main, cancellationToken) ?? throw new DocumentRefusal(Archive.Broken);
        var sections = new SectionText(parts);
        var document = new WordDocument(sections);
        ArchiveXml.Read(main, DtdProcessing.Prohibit, document.Node, cancellationToken);
        sections.End();
        return TitleOf(archive, cancellationToken) is { Length: > 0 } title ? title : sections.FirstHeading;
    }

    private static string TitleOf(Archive archive, CancellationToken cancellationToken)
    {
        var (title, isTitle) = ("", false);
        if (archive.Read("docProps/core.xml", cancellationToken) is not { } properties) return title;
        ArchiveXml.Read(properties, DtdProcessing.Prohibit, reader =>
        {
            if (reader.NodeType == XmlNodeType.Text && isTitle) title += reader.Value;
            else isTitle = reader.NodeType == XmlNodeType.Element && reader.LocalName == "title" && !reader.IsEmptyElement;
        }, cancellationToken);
        return CleanText.Line(title);
    }

    private void Node(XmlReader reader)
    {
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
        {
            if (_isText && _deleted == 0 && _fallback == 0) _paragraph.Append(reader.Value);
            return;
        }
        if (reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement)) return;
        // What older programs are shown instead says the same again.
        if (reader.NamespaceURI == Compatibility && reader.LocalName == "Fallback" && !reader.IsEmptyElement) _fallback += reader.NodeType == XmlNodeType.Element ? 1 : -1;
        if (_fallback > 0 || reader.NamespaceURI is not (Words or StrictWords)) return;
        if (reader.NodeType == XmlNodeType.Element) Enter(reader);
        if (reader.NodeType == XmlNodeType.EndElement) Leave(reader.LocalName);
    }

    private void Enter(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "t":
                _isText = !reader.IsEmptyElement;
                break;
            case "tab":
                if (_deleted == 0 && _paragraph.Length > 0) _paragraph.Append(' ');
                break;
            case "br" or "cr":
                _paragraph.Append(_cells > 0 ? ' ' : '\n');
                break;
            case "noBreakHyphen":
                _paragraph.Append('-');
                break;
            case "pStyle":
                _isHeading = IsHeading(reader.GetAttribute("val", reader.NamespaceURI) ?? "");
                break;
            case "outlineLvl":
                _isHeading |= reader.GetAttribute("val", reader.NamespaceURI) is ['0' or '1' or '2'];
                break;
            case "numPr":
                _isItem = true;
                break;
            case "tc" when !reader.IsEmptyElement:
                _cells++;
                break;
            case "del" or "moveFrom" when !reader.IsEmptyElement:
                _deleted++;
                break;
            default:
                break;
        }
    }

    private void Leave(string name)
    {
        switch (name)
        {
            case "t":
                _isText = false;
                break;
            case "p":
                EndParagraph();
                break;
            case "tc":
                _cells = Math.Max(0, _cells - 1);
                while (_paragraph.Length > 0 && _paragraph[^1] == ' ') _paragraph.Length--;
                _paragraph.Append(_cells == 0 ? " | " : " ");
                break;
            case "tr" when _cells == 0:
                var row = _paragraph.ToString().TrimEnd(' ', '|');
                _paragraph.Clear();
                if (row.Length > 0) sections.Line(row);
                break;
            case "del" or "moveFrom":
                _deleted = Math.Max(0, _deleted - 1);
                break;
            default:
                break;
        }
    }

    private void EndParagraph()
    {
        var (isHeading, isItem) = (_isHeading, _isItem);
        (_isHeading, _isItem) = (false, false);
        if (_paragraph.Length > DocumentLimits.MaxText) throw new DocumentRefusal(DocumentRefusal.TooLong);
        if (_cells > 0)
        {
            _paragraph.Append(' ');
            return;
        }
        var text = _paragraph.ToString().Trim();
        _paragraph.Clear();
        if (text.Length == 0) sections.Line("");
        else if (isHeading) sections.Heading(text);
        else sections.Line(isItem ? "- " + text : text);
    }

    // The names of styles are those of the tongue they were made in.
    private static bool IsHeading(string style) => style is "Title" or "Titel"
        || ((style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || style.StartsWith("berschrift", StringComparison.OrdinalIgnoreCase)
        || style.StartsWith("Überschrift", StringComparison.OrdinalIgnoreCase)) && style[^1] is '1' or '2' or '3');
}
