namespace Mosaic.Data.Search;

/// <summary>A word with what it is in SQL: the query for the index of words, the pattern for letters, and a query for each word that stands in for it.</summary>
internal sealed record WrittenTerm(SearchTerm Term, string Query, string Like, IReadOnlyList<string> Near);
