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
}
