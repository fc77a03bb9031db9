namespace Mosaic.Bench.Measure;

internal static class Statistics
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>How far the highest lies above the lowest, as a share of the median.</summary>
    public static double Spread(IEnumerable<double> values)
    {
        var all = values.ToList();
        return (all.Max() - all.Min()) / Median(all);
    }
}
