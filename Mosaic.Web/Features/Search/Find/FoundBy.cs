namespace Mosaic.Web.Features.Search.Find;

/// <summary>Which way a hit was found.</summary>
public enum FoundBy
{
    /// <summary>By what it is alone: there was nothing else in the query.</summary>
    Filter,
    Words,
    Meaning,
    Both,
}
