namespace Mosaic.Web.Features.Search.Query;

/// <summary>One part of a query as it was written.</summary>
public sealed record QueryToken(TokenKind Kind, string Raw)
{
    /// <summary>Where it begins in the query.</summary>
    public required int Start { get; init; }

    /// <summary>With a <c>-</c> before it: what must not be there.</summary>
    public bool IsNegated { get; init; }

    /// <summary>The name of a filter, in lower case.</summary>
    public string Name { get; init; } = "";

    /// <summary>The word, what stands between the quotes, or what a filter asks for.</summary>
    public string Value { get; init; } = "";

    /// <summary>A quote without an end, or the last word without anything after it: it is still being typed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Why this part is ignored; null for one that counts.</summary>
    public string? Problem { get; init; }
}
