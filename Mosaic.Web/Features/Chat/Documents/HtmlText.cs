using System.Text;
using AngleSharp.Dom;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Walks a page without recursion, since others decide how deep it is, and writes its lines.</summary>
internal sealed class HtmlText(SectionText sections)
{
    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "script", "style", "nav", "header", "footer", "form", "noscript", "template", "svg", "math", "iframe", "object", "button", "select", "textarea", "input", "head", "dialog",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4",
        "h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    };

    private readonly StringBuilder _line = new();
    private int _pre;

    public void Read(INode root, CancellationToken cancellationToken)
    {
        var open = new Stack<(INode Node, int Next)>();
        open.Push((root, 0));
        while (open.TryPop(out var at))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (at.Next >= at.Node.ChildNodes.Length)
            {
                if (at.Node is IElement done) Leave(done);
                continue;
            }
            open.Push((at.Node, at.Next + 1));
            var child = at.Node.ChildNodes[at.Next];
            if (child is IText text) Write(text.Data);
            else if (child is IElement element && IsRead(element))
            {
                Enter(element);
                open.Push((element, 0));
            }
        }
        EndLine();
        sections.End();
    }

    private static bool IsRead(IElement element) =>
        !Unread.Contains(element.LocalName) && !element.HasAttribute("hidden") && element.GetAttribute("aria-hidden") != "true";

    private void Enter(IElement element)
    {
        if (element.LocalName == "br" || Blocks.Contains(element.LocalName)) EndLine();
        if (element.LocalName == "li") _line.Append("- ");
        if (element.LocalName == "pre") _pre++;
    }

    private void Leave(IElement element)
    {
        if (element.LocalName is "td" or "th") _line.Append(" | ");
        if (element.LocalName == "pre") _pre--;
        if (element.LocalName is "h1" or "h2" or "h3" && _line.ToString().Trim() is { Length: > 0 } heading)
        {
            _line.Clear();
            sections.Heading(heading);
        }
        else if (Blocks.Contains(element.LocalName)) EndLine();
        if (element.LocalName is "p" or "ul" or "ol" or "table" or "blockquote" or "pre") sections.Line("");
    }

    private void Write(string text)
    {
        if (_pre > 0)
        {
            _line.Append(text);
            return;
        }
        foreach (var sign in text)
        {
            if (!char.IsWhiteSpace(sign) || sign == '\u00a0') _line.Append(sign);
            else if (_line.Length > 0 && _line[^1] != ' ') _line.Append(' ');
        }
    }

    private void EndLine()
    {
        var line = _line.ToString().Trim('\n', ' ');
        if (line.EndsWith(" |", StringComparison.Ordinal)) line = line[..^2].TrimEnd();
        _line.Clear();
        if (line.Length > 0 && line != "-") sections.Line(line);
    }
}
