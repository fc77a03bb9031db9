namespace Mosaic.Data.Search;

/// <summary>Reciprocal rank fusion.</summary>
internal static class Fusion
{
    /// <summary>How little the first places outweigh the next ones; the usual value of the paper.</summary>
    public const int K = 60;

    /// <summary>What the least sure hit is worth, of 1.</summary>
    public const double LeastWorth = 0.05;
}
