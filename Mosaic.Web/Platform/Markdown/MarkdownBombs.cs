using System.Buffers;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>Tells texts that would keep the parser busy for seconds from texts that people write, in one pass.</summary>
internal static class MarkdownBombs
{
    /// <summary>Cells a table may come to: rows shorter than the first are filled up, so a few wide rows make millions.</summary>
    private const long MaxCells = 200_000;

    /// <summary>Steps the parser may take to look for the end of links: it looks from each one to the next blank.</summary>
    private const long MaxLinkSteps = 50_000_000;

    private static readonly SearchValues<char> DelimiterRow = SearchValues.Create("|:- \t>");

    public static bool Looks(string text)
    {
        long columns = 0, rows = 0, linkSteps = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var pipes = line.Count('|');
            if (pipes > 0) rows++;
            if (pipes > columns && !line.ContainsAnyExcept(DelimiterRow)) columns = pipes;
        }
        foreach (var run in text.AsSpan().SplitAny(" \t\r\n"))
        {
            if (run.End.Value - run.Start.Value < 1_000) continue;
            linkSteps += (long)text.AsSpan(run).Count("](") * (run.End.Value - run.Start.Value);
        }
        return columns * rows > MaxCells || linkSteps > MaxLinkSteps;
    }
}
