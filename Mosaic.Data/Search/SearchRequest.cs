namespace Mosaic.Data.Search;

/// <summary>What is looked for, once the words of the box are understood.</summary>
public sealed record SearchRequest(Guid UserId)
{
    /// <summary>The most hits.</summary>
    public int Limit { get; init; } = 50;

    public SearchFilter Filter { get; init; } = new();
    public IReadOnlyList<SearchTerm> Terms { get; init; } = [];
    public SearchLegs Legs { get; init; } = SearchLegs.Both;

    /// <summary>Where the question lies; null looks by words alone.</summary>
    public QueryVector? Vector { get; init; }

    /// <summary>Where the question lies once words stand in for those that nobody wrote; null where it lies where it did.</summary>
    public Func<IReadOnlyList<SearchTerm>, QueryVector>? Meant { get; init; }

    /// <summary>The person's passages as the model of <see cref="Vector"/> placed them, where they are in memory; else the database compares them.</summary>
    public PassageVectors? Vectors { get; init; }
}
