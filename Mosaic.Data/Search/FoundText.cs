namespace Mosaic.Data.Search;

/// <summary>One text that was found, and why.</summary>
/// <param name="Kind">What it is, such as <c>memo</c>.</param>
/// <param name="Id">Of what it is.</param>
/// <param name="WrittenAt">When it was written first.</param>
/// <param name="TagPaths">Its tags and their parents.</param>
/// <param name="IsArchived">It is in the archive.</param>
/// <param name="IsPinned">It is pinned.</param>
/// <param name="WordsRank">Its place among those found by words, from 1; null where they did not find it.</param>
/// <param name="Coverage">How much of what was asked its words cover, 0 to 1.</param>
/// <param name="MeaningRank">Its place among those found by meaning, from 1.</param>
/// <param name="Cosine">How near its nearest passage is, −1 to 1.</param>
/// <param name="Position">Which passage that is.</param>
/// <param name="Score">What it is ordered by; only comparable within one search.</param>
/// <param name="Text">What it says, the beginning of a very long one.</param>
/// <param name="Passage">What the nearest passage says.</param>
public sealed record FoundText(
    string Kind, Guid Id, DateTimeOffset WrittenAt, string[] TagPaths, bool IsArchived, bool IsPinned,
    int? WordsRank, double? Coverage, int? MeaningRank, double? Cosine, int? Position, double Score, string Text, string? Passage);
