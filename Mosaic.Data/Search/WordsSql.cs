namespace Mosaic.Data.Search;

/// <summary>
/// The leg of words. First what holds every word. Where that is little, also what holds some of them, or a word that is nearly one that nobody
/// wrote; a rare word covers more of the question than a common one.
/// </summary>
internal sealed class WordsSql(string person, string filter, IReadOnlyList<(SearchTerm Term, string Folded, string Query, string Like)> terms)
{
    /// <summary>With fewer texts that hold every word, those that hold some are looked at too.</summary>
    private const int Enough = 10;

    private const int MostOfOneWord = 200;

    private IEnumerable<int> Each => Enumerable.Range(0, terms.Count);

    /// <summary>The parts up to <c>by_words</c>, which has a coverage and a rank.</summary>
    public string Write() => $"""
        whole AS MATERIALIZED (
          SELECT source_kind, source_id, written_at, words, folded FROM search_entries WHERE user_id = {person}{filter}{string.Concat(Each.Select(term => $" AND {Holds(term)}"))}
          ORDER BY written_at DESC, source_id DESC LIMIT {SearchSql.MostCandidates}
        ),
        partly AS MATERIALIZED (
          {string.Join("\n  UNION ALL ", Each.Select(term => Some(term)))}
        ),
        nearly AS MATERIALIZED (
          {Nearly()}
        ),
        candidates AS (
          SELECT source_kind, source_id, written_at, words, folded FROM whole
          UNION ALL
          SELECT source_kind, source_id, written_at, words, folded FROM search_entries
          WHERE user_id = {person}{filter} AND (source_kind, source_id) IN (
            SELECT kind, id FROM partly UNION SELECT kind, id FROM nearly EXCEPT SELECT source_kind, source_id FROM whole)
        ),
        judged AS MATERIALIZED (
          SELECT source_kind, source_id, written_at, {string.Join(", ", Each.Select(term => $"{Held(term)} AS held{term}"))},
            ts_rank(words, {string.Join(" || ", terms.Where(term => term.Term.IsWord).Select(term => term.Query).DefaultIfEmpty("''::tsquery"))}, 1) AS nearness
          FROM candidates
        ),
        weights AS (SELECT {string.Join(", ", Each.Select(term => $"ln(1 + (1 + count(*)) / (0.5 + count(*) FILTER (WHERE held{term} > 0)))::double precision AS weight{term}"))} FROM judged),
        by_words AS (
          SELECT source_kind, source_id, coverage, row_number() OVER (ORDER BY coverage DESC, nearness DESC, written_at DESC, source_id DESC) AS rank
          FROM judged, weights, LATERAL (SELECT ({string.Join(" + ", Each.Select(term => $"held{term} * weight{term}"))}) / ({string.Join(" + ", Each.Select(term => $"weight{term}"))}) AS coverage) AS covered
          WHERE coverage > 0 ORDER BY rank LIMIT {SearchSql.MostRanked}
        )
        """;

    private string Holds(int term)
    {
        var (sought, _, query, like) = terms[term];
        return !sought.IsWord ? $"folded LIKE {like}" : sought.IsSoughtInside ? $"(words @@ {query} OR folded LIKE {like})" : $"words @@ {query}";
    }

    private string Some(int term) => terms.Count == 1 ? "SELECT source_kind AS kind, source_id AS id, 0 AS term FROM whole" : $"""
        (SELECT source_kind AS kind, source_id AS id, {term} AS term FROM search_entries
          WHERE (SELECT count(*) FROM whole) < {Enough} AND user_id = {person}{filter} AND {Holds(term)} ORDER BY written_at DESC LIMIT {MostOfOneWord})
        """;

    private string Nearly()
    {
        var arms = Each.Where(term => terms[term].Term.MayBeMistyped).Select(term =>
            $"SELECT {term} AS term, kind, id FROM search_typos({person}, {terms[term].Folded}) WHERE NOT EXISTS (SELECT FROM partly WHERE term = {term}) AND (SELECT count(*) FROM whole) < 1");
        return string.Join("\n  UNION ALL ", arms.DefaultIfEmpty("SELECT 0 AS term, NULL::text AS kind, NULL::uuid AS id WHERE false"));
    }

    /// <summary>How well a text holds a word: wholly, inside a longer one, or nearly where it was sought so.</summary>
    private string Held(int term)
    {
        var (sought, folded, query, like) = terms[term];
        var whole = sought.IsWord ? $" WHEN words @@ {query} THEN 1" : "";
        var inside = sought.IsSoughtInside ? $" WHEN folded LIKE {like} THEN {(sought.IsWord ? "0.7" : "1")}" : "";
        var nearly = sought.MayBeMistyped ? $" WHEN (source_kind, source_id) IN (SELECT kind, id FROM nearly WHERE nearly.term = {term}) THEN 0.95 * word_similarity({folded}, folded)" : "";
        return $"CASE{whole}{inside}{nearly} ELSE 0 END";
    }
}
