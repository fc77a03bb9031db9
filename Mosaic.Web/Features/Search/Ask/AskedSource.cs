namespace Mosaic.Web.Features.Search.Ask;

/// <summary>A passage that an answer may draw on.</summary>
/// <param name="Number">What a citation names, from 1.</param>
/// <param name="Kind">What it is of, such as <c>memo</c>.</param>
/// <param name="Id">Of what it is.</param>
/// <param name="Revision">The revision that says it.</param>
/// <param name="Position">Which passage of that revision it is, from 0.</param>
public sealed record AskedSource(int Number, string Kind, Guid Id, int Revision, int Position)
{
    public required string Title { get; init; }

    /// <summary>As it was written.</summary>
    public required string Passage { get; init; }

    /// <summary>When its memo was written first, where the person lives.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>How near it is to the question beside the others, 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>Where the passage opens.</summary>
    public string Address => $"/memos/{Id}?revision={Revision}&passage={Position}";
}
