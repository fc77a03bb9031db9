namespace Mosaic.Data.Search;

/// <summary>What every hit must be, however it is found.</summary>
public sealed record SearchFilter
{
    /// <summary>Exact words in this order, letter case and accents aside.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    public IReadOnlyList<SearchTerm> Without { get; init; } = [];
    public IReadOnlyList<string> WithoutPhrases { get; init; } = [];

    /// <summary>All of them; nested tags count for their parents.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> WithoutTags { get; init; } = [];

    /// <summary>Any of them; empty for every kind.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Any of them; empty for all, also those without a mood.</summary>
    public IReadOnlyList<string> Moods { get; init; } = [];

    /// <summary>The first instant that counts.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant that no longer does.</summary>
    public DateTimeOffset? Before { get; init; }

    public bool HasTasks { get; init; }
    public bool HasFiles { get; init; }
    public bool HasImages { get; init; }
    public bool HasLinks { get; init; }
    public bool IsPinned { get; init; }

    /// <summary>The archive instead of everything else; null for both.</summary>
    public bool? IsArchived { get; init; } = false;

    /// <summary>Everything that is not in the archive.</summary>
    public bool IsUsual => IsArchived == false && From is null && Before is null && !HasTasks && !HasFiles && !HasImages && !HasLinks && !IsPinned
        && Phrases.Count + Without.Count + WithoutPhrases.Count + Tags.Count + WithoutTags.Count + Kinds.Count + Moods.Count == 0;
}
