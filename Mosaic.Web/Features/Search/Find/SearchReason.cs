namespace Mosaic.Web.Features.Search.Find;

/// <summary>Why a text was found.</summary>
public sealed record SearchReason
{
    /// <summary>The words of the text that match, as they stand there.</summary>
    public IReadOnlyList<string> MatchedWords { get; init; } = [];

    /// <summary>Its place among those found by words, from 1; null where they did not find it.</summary>
    public int? WordsRank { get; init; }

    /// <summary>How much of the question the words cover, 0 to 1.</summary>
    public double? Coverage { get; init; }

    /// <summary>Its place among those found by meaning, from 1; null where it did not find it.</summary>
    public int? MeaningRank { get; init; }

    /// <summary>How near the nearest passage is, −1 to 1.</summary>
    public double? Cosine { get; init; }

    /// <summary>The passage that is nearest in meaning.</summary>
    public string? Passage { get; init; }

    /// <summary>What the hits are ordered by; only comparable within one search.</summary>
    public double Score { get; init; }
}
