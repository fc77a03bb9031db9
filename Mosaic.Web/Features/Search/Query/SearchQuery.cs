using Mosaic.Data.Search;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Search.Query;

/// <summary>
/// The words of the search box, understood: words, <c>"exact phrase"</c>, <c>-without</c>, <c>tag:work</c>, <c>from:2026-01-01</c>, <c>before:</c>,
/// <c>on:</c>, <c>in:memo</c>, <c>has:task</c>, <c>is:pinned</c>, <c>mood:calm</c>. What cannot be understood is left out and says why.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>The longest query that is read, in UTF-16 code units.</summary>
    public const int MaxLength = KeptSearch.MaxLength;

    /// <summary>Words beyond these only slow the search.</summary>
    public const int MostTerms = 12;

    private SearchQuery(string text, IReadOnlyList<QueryToken> tokens) => (Text, Tokens) = (text, tokens);

    /// <summary>As written, without spaces around it.</summary>
    public string Text { get; }

    public IReadOnlyList<QueryToken> Tokens { get; }

    public SearchFilter Filter { get; private init; } = new();

    /// <summary>The words to look for; those that say nothing are left out unless there are no others.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; private init; } = [];

    /// <summary>What is asked, in order and without filters: this is what has a meaning.</summary>
    public string Question { get; private init; } = "";

    public bool IsEmpty => Text.Length == 0;

    /// <summary>The filters and whatever else is shown as a part of its own.</summary>
    public IEnumerable<QueryToken> Chips => Tokens.Where(token => token.Kind == TokenKind.Filter || token.IsNegated || token.Problem is not null);

    public static SearchQuery Parse(string? text, Person person, DateTimeOffset now)
    {
        var query = Shorten(text ?? "");
        var isOpen = query.Length > 0 && query == query.TrimEnd();
        query = query.Trim();
        var (filter, days) = (new SearchFilter(), new QueryDays(person, now));
        var (terms, question) = (new List<SearchTerm>(), new List<string>());
        var tokens = QueryTokens.Cut(query).ToArray();
        for (var index = 0; index < tokens.Length; index++)
        {
            var token = tokens[index];
            if (token.Kind == TokenKind.Filter)
            {
                (filter, var problem) = QueryFilters.Apply(filter, token, days);
                tokens[index] = token with { Problem = problem };
            }
            else if (token.IsNegated)
            {
                filter = token.Kind == TokenKind.Phrase ? Without(filter, token.Value) : filter with { Without = [.. filter.Without, .. QueryTerms.Of(token.Value, false)] };
            }
            else
            {
                question.Add(token.Value);
                terms.AddRange(QueryTerms.Of(token.Value, token is { Kind: TokenKind.Word, IsOpen: true } && isOpen));
                // A phrase still being typed is not yet exact.
                if (token is { Kind: TokenKind.Phrase, IsOpen: false, Value.Length: > 0 }) filter = filter with { Phrases = [.. filter.Phrases, token.Value] };
            }
        }
        return new SearchQuery(query, tokens) { Filter = filter, Terms = QueryTerms.Choose(terms), Question = string.Join(' ', question) };
    }

    /// <summary>The same question with nothing to look for by words.</summary>
    public SearchQuery ByMeaning() => this with { Terms = [] };

    /// <summary>The query without one of its parts.</summary>
    public string Less(QueryToken token) =>
        string.Join(' ', (Text[..token.Start] + " " + Text[(token.Start + token.Raw.Length)..]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static SearchFilter Without(SearchFilter filter, string phrase) =>
        phrase.Length == 0 ? filter : filter with { WithoutPhrases = [.. filter.WithoutPhrases, phrase] };

    /// <summary>A query as <see cref="Text"/> holds it.</summary>
    public static string Clean(string text) => Shorten(text).Trim();

    private static string Shorten(string text)
    {
        if (text.Length > MaxLength) text = text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        // PostgreSQL keeps no NUL, and half a pair of surrogates is no letter.
        return string.Concat(text.EnumerateRunes().Select(rune => rune.Value is 0 or 0xFFFD ? " " : rune.ToString()));
    }
}
