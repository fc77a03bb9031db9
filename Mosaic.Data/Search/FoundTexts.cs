namespace Mosaic.Data.Search;

/// <summary>The best hits, and how many there are in all.</summary>
public sealed record FoundTexts(IReadOnlyList<FoundText> Hits, int Total)
{
    /// <summary>What was looked for, with the words that stood in for those nobody wrote.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; init; } = [];

    /// <summary>There may be more than were counted.</summary>
    public bool IsMore { get; init; }
}
