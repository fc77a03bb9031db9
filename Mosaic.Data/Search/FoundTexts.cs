namespace Mosaic.Data.Search;

/// <summary>The best hits, and how many there are in all.</summary>
public sealed record FoundTexts(IReadOnlyList<FoundText> Hits, int Total)
{
    /// <summary>There may be more than were counted.</summary>
    public bool IsMore { get; init; }
}
