using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>A <c>[[id|label]]</c>.</summary>
internal sealed class MemoLinkInline(Guid memoId, string label) : LeafInline
{
    public Guid MemoId { get; } = memoId;

    public string Label { get; } = label;
}

internal sealed class MemoLinkInlineParser : InlineParser
{
    public MemoLinkInlineParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[') return false;
        var match = MemoLinkSyntax.Match(slice.Text, slice.Start);
        if (!match.Success || match.Index + match.Length - 1 > slice.End) return false;
        var label = match.Groups["label"].Value.Trim();
        processor.Inline = new MemoLinkInline(Guid.Parse(match.Groups["id"].Value), label.Length == 0 ? "memo" : label)
        {
            Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + match.Length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += match.Length;
        return true;
    }
}
