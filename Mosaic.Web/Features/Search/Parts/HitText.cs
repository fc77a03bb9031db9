using Mosaic.Web.Features.Search.Find;

namespace Mosaic.Web.Features.Search.Parts;

/// <summary>What a hit shows: its title where that is a line of its own, and the text. A text that begins with its title says it once.</summary>
internal sealed record HitText(IReadOnlyList<TextRun> Title, IReadOnlyList<TextRun> Text)
{
    public static HitText Of(SearchHit hit)
    {
        var whole = string.Concat(hit.Snippet.Select(run => run.Text));
        if (!whole.StartsWith(hit.Title.TrimEnd('…', ' '), StringComparison.Ordinal)) return new HitText([new TextRun(hit.Title, false)], hit.Snippet);
        // All there is, or the beginning of a long line.
        return whole.Length == hit.Title.Length || hit.Title.EndsWith('…') ? new HitText([], hit.Snippet) : new HitText(Cut(hit.Snippet, 0, hit.Title.Length), Cut(hit.Snippet, hit.Title.Length, whole.Length));
    }

    private static List<TextRun> Cut(IReadOnlyList<TextRun> runs, int from, int to)
    {
        var (cut, at) = (new List<TextRun>(), 0);
        foreach (var run in runs)
        {
            var (start, end) = (Math.Max(from, at), Math.Min(to, at + run.Text.Length));
            if (start < end) cut.Add(run with { Text = run.Text[(start - at)..(end - at)] });
            at += run.Text.Length;
        }
        return cut;
    }
}
