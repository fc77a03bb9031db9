namespace Mosaic.Bench.Oracle;

/// <summary>How an answer compares with the exact one.</summary>
internal static class Truth
{
    /// <summary>Distances that differ by less are one: some ways round the vector that is asked for, and all of them sums.</summary>
    private const double Same = 1e-4;

    /// <summary>
    /// The share of what had to be found, 0 to 1. Where several are equally far at the end of the exact answer, any of them is right;
    /// a passage that is found twice counts once.
    /// </summary>
    public static double Recall(IReadOnlyList<Found> answer, IReadOnlyList<Found> exact)
    {
        if (exact.Count == 0) return 1;
        var farthest = exact.Max(one => one.Distance);
        return Math.Min(exact.Count, answer.DistinctBy(one => (one.SourceId, one.Position)).Count(one => one.Distance <= farthest + Same)) / (double)exact.Count;
    }

    /// <summary>Whether there are fewer answers than there could be.</summary>
    public static bool IsShort(IReadOnlyList<Found> answer, IReadOnlyList<Found> exact) => answer.Count < exact.Count;
}
