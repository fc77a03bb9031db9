namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>What a Chinese or Japanese text repeats: runs of two to six ideographs, or of katakana, since such texts show no words.</summary>
internal static class DensePhrases
{
    private const int MostRead = 5_000, Shortest = 2, Longest = 6, ShortestKatakana = 3, OftenEnough = 3;

    /// <summary>The longest runs first that occur at least three times, none within another.</summary>
    public static IReadOnlyList<string> Of(string text, int most)
    {
        var runs = Runs(text.Length > MostRead ? text[..MostRead] : text);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var run in runs)
            foreach (var piece in Pieces(run)) counts[piece] = counts.GetValueOrDefault(piece) + 1;
        var chosen = new List<string>();
        foreach (var (piece, _) in counts.Where(pair => pair.Value >= OftenEnough).OrderByDescending(pair => pair.Value * pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            if (chosen.Count < most && !chosen.Any(other => other.Contains(piece, StringComparison.Ordinal) || piece.Contains(other, StringComparison.Ordinal))) chosen.Add(piece);
        return chosen;
    }

    private static List<string> Runs(string text)
    {
        var runs = new List<string>();
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && Script(text[end]) != 0 && Script(text[end]) == Script(text[start])) end++;
            if (end - start >= Shortest) runs.Add(text[start..end]);
            if (end > start) start = end - 1;
        }
        return runs;
    }

    private static IEnumerable<string> Pieces(string run)
    {
        if (Script(run[0]) == 2)
        {
            if (run.Length is >= ShortestKatakana and <= 20) yield return run;
            yield break;
        }
        for (var length = Shortest; length <= Math.Min(Longest, run.Length); length++)
            for (var start = 0; start + length <= run.Length; start++)
                yield return run.Substring(start, length);
    }

    // Ideographs that are grammar end a run.
    private static int Script(char sign) => sign switch
    {
        >= '\u4E00' and <= '\u9FFF' => DenseSigns.IsGrammar(sign) || "今天明昨日年月时候分秒周星期".Contains(sign) ? 0 : 1,
        >= '\u30A1' and <= '\u30FA' or '\u30FC' => 2,
        _ => 0,
    };
}
