namespace Mosaic.Web.Features.Search.Query;

/// <summary>Cuts a query into its parts; anything can be cut.</summary>
internal static class QueryTokens
{
    public static IReadOnlyList<QueryToken> Cut(string query)
    {
        var tokens = new List<QueryToken>();
        for (var at = 0; at < query.Length;)
        {
            if (IsSpace(query[at]))
            {
                at++;
                continue;
            }
            var start = at;
            var negated = query[at] == '-' && at + 1 < query.Length && !IsSpace(query[at + 1]) && query[at + 1] != '-';
            if (negated) at++;
            if (IsQuote(query[at]))
            {
                var end = FindQuote(query, at + 1);
                tokens.Add(new QueryToken(TokenKind.Phrase, query[start..Math.Min(end + 1, query.Length)])
                {
                    Start = start,
                    IsNegated = negated,
                    Value = query[(at + 1)..end].Trim(),
                    IsOpen = end == query.Length,
                });
                at = end + 1;
                continue;
            }
            var (name, value) = (NameAt(query, at), at);
            if (name.Length > 0) value += name.Length + 1;
            var to = EndOf(query, value, name.Length > 0);
            tokens.Add(new QueryToken(name.Length > 0 ? TokenKind.Filter : TokenKind.Word, query[start..to])
            {
                Start = start,
                IsNegated = negated,
                Name = name.ToLowerInvariant(),
                Value = query[value..to].Trim('"', '“', '”'),
                IsOpen = to == query.Length,
            });
            at = to;
        }
        return tokens;
    }

    private static bool IsSpace(char sign) => char.IsWhiteSpace(sign) || char.IsControl(sign);

    private static bool IsQuote(char sign) => sign is '"' or '“' or '”' or '„';

    private static int FindQuote(string query, int from)
    {
        while (from < query.Length && !IsQuote(query[from])) from++;
        return from;
    }

    /// <summary>The letters before a colon that has something other than a space or a slash after it; what is no filter's name is a word with a colon in it.</summary>
    private static string NameAt(string query, int at)
    {
        var end = at;
        while (end < query.Length && char.IsAsciiLetter(query[end])) end++;
        return end > at && end < query.Length && query[end] == ':' && QueryFilters.IsName(query[at..end]) ? query[at..end] : "";
    }

    private static int EndOf(string query, int from, bool mayBeQuoted)
    {
        if (mayBeQuoted && from < query.Length && IsQuote(query[from])) return Math.Min(FindQuote(query, from + 1) + 1, query.Length);
        while (from < query.Length && !IsSpace(query[from]) && !IsQuote(query[from])) from++;
        return from;
    }
}
