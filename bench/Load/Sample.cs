namespace Mosaic.Bench.Load;

/// <summary>What one turn reached. Times are in milliseconds, of one request or transaction.</summary>
internal sealed record Sample(double PerSecond, double Median, double NinetyNinth)
{
    /// <summary>From the time each one took.</summary>
    public static Sample Of(List<double> milliseconds, TimeSpan elapsed, double each = 1)
    {
        milliseconds.Sort();
        return new(milliseconds.Count * each / elapsed.TotalSeconds, At(milliseconds, 0.5), At(milliseconds, 0.99));
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
