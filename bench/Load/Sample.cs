using Mosaic.Bench.Streams;

namespace Mosaic.Bench.Load;

/// <summary>What one turn reached. Times are in milliseconds, of one answer or transaction; <see cref="Answers"/> is how many there were.</summary>
internal sealed record Sample(int Answers, double PerSecond, double Median, double NinetyNinth)
{
    /// <summary>Where answers were streamed, what that came to.</summary>
    public StreamFigures? Streams { get; init; }

    /// <summary>From the time each one took.</summary>
    public static Sample Of(List<double> milliseconds, TimeSpan elapsed, double each = 1)
    {
        milliseconds.Sort();
        return new(milliseconds.Count, milliseconds.Count * each / elapsed.TotalSeconds, At(milliseconds, 0.5), At(milliseconds, 0.99));
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
