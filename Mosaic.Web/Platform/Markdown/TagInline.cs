using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>A <c>#tag</c> as it was written, without the sign.</summary>
internal sealed class TagInline(string tag) : LeafInline
{
    public string Tag { get; } = tag;
}

internal sealed class TagInlineParser : InlineParser
{
    public TagInlineParser() => OpeningCharacters = ['#'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var match = TagSyntax.Match(slice.Text, slice.Start);
        if (!match.Success || match.Index + match.Length - 1 > slice.End) return false;
        processor.Inline = new TagInline(match.Groups["tag"].Value)
        {
            Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + match.Length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += match.Length;
        return true;
    }
}
