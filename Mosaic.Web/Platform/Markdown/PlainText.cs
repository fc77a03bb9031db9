using System.Globalization;
using System.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>A text without its signs, on one line.</summary>
internal static class PlainText
{
    public static string Of(MarkdownObject? node, int maxLength)
    {
        var output = new StringBuilder();
        if (node is not null) Write(node, output, maxLength + 1);
        return Cut(Collapse(output.ToString()), maxLength);
    }

    /// <summary>The lines of one block as somebody broke them.</summary>
    public static string Lines(LeafBlock block, int maxLength)
    {
        var output = new StringBuilder();
        Write(block, output, maxLength);
        return Cut(output.ToString(), maxLength);
    }

    /// <summary>Shortens to whole characters as people count them; an ellipsis tells that more follows.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength) return text;
        var end = Math.Max(0, maxLength - 4_000);
        while (StringInfo.GetNextTextElementLength(text.AsSpan(end)) is var next && next > 0 && end + next < maxLength)
            end += next;
        return text[..end].TrimEnd() + "…";
    }

    public static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Write(MarkdownObject node, StringBuilder output, int enough)
    {
        if (output.Length > enough) return;
        switch (node)
        {
            case LiteralInline literal: output.Append(literal.Content.AsSpan()); break;
            case CodeInline code: output.Append(code.Content); break;
            case AutolinkInline link: output.Append(link.Url); break;
            case HtmlEntityInline entity: output.Append(entity.Transcoded.AsSpan()); break;
            case TagInline tag: output.Append('#').Append(tag.Tag); break;
            case MemoLinkInline link: output.Append(link.Label); break;
            case LineBreakInline: output.Append('\n'); break;
            case TaskList: break;
            case ContainerInline container: foreach (var child in container) Write(child, output, enough); break;
            case CodeBlock code: output.Append(code.Lines.ToString()).Append(' '); break;
            case LeafBlock { Inline: { } inline }: Write(inline, output, enough); output.Append(' '); break;
            case LinkReferenceDefinitionGroup: break;
            case ContainerBlock container: foreach (var child in container) Write(child, output, enough); break;
        }
    }
}
