namespace Mosaic.Web.Features.Search.Find;

/// <summary>How alike two words are, as PostgreSQL's pg_trgm counts it: the share of their three-letter pieces that both have.</summary>
internal static class Trigrams
{
    /// <summary>0 to 1.</summary>
    public static double Likeness(string one, string other)
    {
        var (ones, others) = (Of(one), Of(other));
        return (double)ones.Count(others.Contains) / ones.Union(others).Count();
    }

    private static HashSet<string> Of(string word)
    {
        var padded = $"  {word} ";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(start => padded.Substring(start, 3))];
    }
}
