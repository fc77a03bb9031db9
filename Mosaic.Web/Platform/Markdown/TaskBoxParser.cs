using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>A box stands first in its list item and a blank follows; Markdig's own parser would take <c>[x](address)</c> in the middle of an item for one.</summary>
internal sealed class TaskBoxParser : InlineParser
{
    public TaskBoxParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Root?.FirstChild is not null || processor.Block is not ParagraphBlock { Parent: ListItemBlock item } text || item[0] != text) return false;
        var mark = slice.PeekChar();
        if (mark is not (' ' or 'x' or 'X') || slice.PeekChar(2) != ']' || !slice.PeekChar(3).IsWhiteSpaceOrZero()) return false;
        processor.Inline = new TaskList
        {
            Checked = mark != ' ',
            Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + 2)),
            Line = line,
            Column = column,
        };
        slice.Start += 3;
        item.GetAttributes().AddClass("task-list-item");
        item.Parent!.GetAttributes().AddClass("contains-task-list");
        return true;
    }
}
