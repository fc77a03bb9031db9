namespace Mosaic.Web.Platform.Jobs;

/// <summary>How long a job waits after it failed: 30 s, doubled each time, up to a fifth more or less so that many do not come back at once.</summary>
internal static class JobBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private const double Jitter = 0.2;

    /// <param name="attempts">Tries so far, from 1.</param>
    /// <param name="dice">0 to 1.</param>
    public static TimeSpan After(int attempts, double dice) => First * Math.Pow(2, attempts - 1) * (1 - Jitter + (2 * Jitter * dice));
}
