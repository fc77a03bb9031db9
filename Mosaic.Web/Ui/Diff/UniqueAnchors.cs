namespace Mosaic.Web.Ui.Diff;

/// <summary>
/// Pairs of pieces that occur exactly once on either side and stand in the same order on both: the idea of patience diff (Bram Cohen).
/// </summary>
internal static class UniqueAnchors
{
    public static List<(int Old, int New)> Find(
        IReadOnlyList<string> old, int oldFrom, int oldTo, IReadOnlyList<string> @new, int newFrom, int newTo)
    {
        var (oldPlaces, newPlaces) = (Places(old, oldFrom, oldTo), Places(@new, newFrom, newTo));
        var pairs = new List<(int Old, int New)>();
        for (var at = oldFrom; at < oldTo; at++)
        {
            if (oldPlaces[old[at]] == at && newPlaces.TryGetValue(old[at], out var place) && place >= 0) pairs.Add((at, place));
        }
        return LongestRising(pairs);
    }

    /// <summary>Where a piece stands, or -1 when it stands in several places.</summary>
    private static Dictionary<string, int> Places(IReadOnlyList<string> pieces, int from, int to)
    {
        var places = new Dictionary<string, int>(to - from, StringComparer.Ordinal);
        for (var at = from; at < to; at++)
        {
            if (!places.TryAdd(pieces[at], at)) places[pieces[at]] = -1;
        }
        return places;
    }

    /// <summary>Patience sorting: the longest subsequence whose new places rise too.</summary>
    private static List<(int Old, int New)> LongestRising(List<(int Old, int New)> pairs)
    {
        var tops = new List<int>();
        var before = new int[pairs.Count];
        for (var at = 0; at < pairs.Count; at++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[tops[middle]].New < pairs[at].New) low = middle + 1;
                else high = middle;
            }
            before[at] = low == 0 ? -1 : tops[low - 1];
            if (low == tops.Count) tops.Add(at);
            else tops[low] = at;
        }
        var rising = new List<(int, int)>(tops.Count);
        for (var at = tops.Count == 0 ? -1 : tops[^1]; at >= 0; at = before[at]) rising.Add(pairs[at]);
        rising.Reverse();
        return rising;
    }
}
