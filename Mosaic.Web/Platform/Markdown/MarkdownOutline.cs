using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>What a text names and asks for, read in one parse. A text that is too deep to parse has none of it.</summary>
/// <param name="Tags">Normalised, each once, in the order of their first appearance.</param>
/// <param name="Links">The memos linked to, each once.</param>
/// <param name="TaskCount">Task boxes, ticked or not.</param>
/// <param name="OpenTaskCount">Task boxes that are not ticked.</param>
/// <param name="TagPlaces">Every tag where it stands, sign included.</param>
/// <param name="TaskPlaces">Where each task box begins.</param>
public sealed record MarkdownOutline(
    IReadOnlyList<string> Tags, IReadOnlyList<Guid> Links, int TaskCount, int OpenTaskCount, IReadOnlyList<TextPlace> TagPlaces, IReadOnlyList<int> TaskPlaces)
{
    private static readonly MarkdownOutline Nothing = new([], [], 0, 0, [], []);

    public static MarkdownOutline Of(string text)
    {
        if (MarkdownDialect.Parse(text) is not { } document) return Nothing;
        var tags = new List<TagInline>();
        var links = new List<Guid>();
        var tasks = new List<TaskList>();
        foreach (var inline in document.Descendants().OfType<LeafInline>())
            switch (inline)
            {
                case TagInline tag when !tag.IsInsideLink(): tags.Add(tag); break;
                case MemoLinkInline link when !link.IsInsideLink(): links.Add(link.MemoId); break;
                case TaskList task when IsBox(text, task): tasks.Add(task); break;
            }
        return new MarkdownOutline(
            [.. tags.Select(tag => TagSyntax.Normalise(tag.Tag)).Distinct()], [.. links.Distinct()], tasks.Count, tasks.Count(task => !task.Checked),
            [.. tags.Where(tag => IsTag(text, tag)).Select(tag => new TextPlace(tag.Span.Start, tag.Span.Length))], [.. tasks.Select(task => task.Span.Start)]);
    }

    // Places are checked against the text before anybody rewrites it there.
    private static bool IsBox(string text, TaskList task) =>
        task.Span.Start >= 0 && task.Span.Start + 2 < text.Length && text[task.Span.Start] == '[' && text[task.Span.Start + 2] == ']';

    private static bool IsTag(string text, TagInline tag) =>
        tag.Span.Start >= 0 && tag.Span.End < text.Length && text[tag.Span.Start] == '#' && text.AsSpan(tag.Span.Start + 1, tag.Span.Length - 1).SequenceEqual(tag.Tag);
}
