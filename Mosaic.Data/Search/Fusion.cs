namespace Mosaic.Data.Search;

/// <summary>Reciprocal rank fusion.</summary>
internal static class Fusion
{
    /// <summary>What a text that holds every word is worth, beside 1 for one that is as near as can be.</summary>
    public const int WordsWeight = 2;

    /// <summary>Half of what was asked for is much less than half an answer.</summary>
    public const int CoveragePower = 3;

    /// <summary>How little the first places outweigh the next ones; the usual value of the paper.</summary>
    public const int K = 60;

    /// <summary>What the least sure hit is worth, of 1.</summary>
    public const double LeastWorth = 0.05;

    /// <summary>What a hit by meaning is worth, of 1: one that is hardly nearer than strangers are tells little, whatever its place.</summary>
    public static double Worth(double cosine, CosineTrust trust) => Math.Clamp((cosine - trust.Chance) / (trust.Sure - trust.Chance), LeastWorth, 1);
}
