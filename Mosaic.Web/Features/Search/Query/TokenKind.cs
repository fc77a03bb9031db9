namespace Mosaic.Web.Features.Search.Query;

/// <summary>What a part of a query is.</summary>
public enum TokenKind
{
    Word,
    Phrase,

    /// <summary>Such as <c>tag:work</c>.</summary>
    Filter,
}
