using Mosaic.Web.Features.Search.Query;

namespace Mosaic.Web.Features.Search.Find;

/// <summary>What a search found.</summary>
public sealed record SearchResult(SearchQuery Query, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>How many there are; at least so many where <see cref="IsMore"/>.</summary>
    public required int Total { get; init; }

    public bool IsMore { get; init; }

    /// <summary>What the server took.</summary>
    public required TimeSpan Took { get; init; }

    public required MeaningState Meaning { get; init; }

    /// <summary>The question whose meaning was looked for, where it is not the one that was typed.</summary>
    public string? Meant { get; init; }

    /// <summary>Why the model could not be asked.</summary>
    public string? Trouble { get; init; }
}
