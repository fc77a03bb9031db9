namespace Mosaic.Web.Ui.Diff;

/// <summary>
/// What changed between two texts, in words. Lines are compared first, then the words inside the lines that changed; where those are
/// too many and have nothing in common, the lines are shown as replaced.
/// </summary>
public static class WordDiff
{
    /// <summary>
    /// Joining the same and added segments gives <paramref name="new"/>; joining the same and removed ones gives <paramref name="old"/>.
    /// </summary>
    public static IReadOnlyList<DiffSegment> Compare(string old, string @new)
    {
        var segments = new DiffSegments();
        var (oldLines, newLines) = (DiffTokens.Lines(old), DiffTokens.Lines(@new));
        SequenceDiff.Walk(
            oldLines,
            newLines,
            same => segments.Same(Join(oldLines, same)),
            (removed, added) => CompareWords(Join(oldLines, removed), Join(newLines, added), segments));
        return segments.ToList();
    }

    private static void CompareWords(string old, string @new, DiffSegments segments)
    {
        var (oldWords, newWords) = (DiffTokens.Words(old), DiffTokens.Words(@new));
        SequenceDiff.Walk(
            oldWords,
            newWords,
            same => segments.Same(Join(oldWords, same)),
            (removed, added) => segments.Replace(Join(oldWords, removed), Join(newWords, added)));
    }

    private static string Join(List<string> pieces, Range range) =>
        string.Concat(pieces.GetRange(range.Start.Value, range.End.Value - range.Start.Value));
}
