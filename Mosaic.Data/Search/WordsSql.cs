using System.Globalization;

namespace Mosaic.Data.Search;

/// <summary>
/// The leg of words. First what holds every word. Where that is little, also what holds some of them;
/// a rare word covers more of the question than a common one.
/// </summary>
/// <param name="person">Where the person stands among the parameters.</param>
/// <param name="filter">What else must hold.</param>
/// <param name="terms">The words.</param>
/// <param name="isEveryWord">Only what holds every word as it is.</param>
/// <param name="nearest">How many of <c>by_meaning</c>, which stands before, are looked at however old they are; null where meaning does not look.</param>
internal sealed class WordsSql(string person, string filter, IReadOnlyList<WrittenTerm> terms, bool isEveryWord, int? nearest)
{
    /// <summary>With fewer texts that hold every word, those that hold some are looked at too.</summary>
    private const int Enough = 10;

    private const int MostOfOneWord = 200;

    /// <summary>What a word that was not written so is worth beside one that was.</summary>
    private const double Likely = 0.65;

    private IEnumerable<int> Each => Enumerable.Range(0, terms.Count);

    private bool IsWholeOnly => isEveryWord || terms.Count == 1;

    /// <summary>Whether as many as are ranked hold every word. By both, meaning tells these apart; how often they repeat the words does not.</summary>
    public string IsFull => isEveryWord ? "true" : $"(SELECT count(*) FROM newest) = {SearchSql.MostRanked}";

    private bool IsByDate => isEveryWord && nearest is not null;

    /// <summary>The places of words that no text has and that may be slips; of a single word whoever asks can tell by <c>whole</c>.</summary>
    public string Unseen => IsWholeOnly ? "'{}'::integer[]" : "(SELECT unseen FROM weights)";

    /// <summary>How many texts hold all words, of the hits or of all candidates.</summary>
    public string Whole => IsWholeOnly ? "coalesce(by_words, 0)" : "(SELECT count(*) FROM whole)";

    /// <summary>The parts up to <c>by_words</c>, which has a coverage and a rank.</summary>
    public string Write() => $"""
        newest AS (
          SELECT {Columns} FROM search_entries WHERE {Holding}
          ORDER BY written_at DESC, source_id DESC LIMIT {SearchSql.MostRanked}
        ),
        whole AS (SELECT * FROM newest{(nearest is null ? "" : Older)}),
        {(IsWholeOnly ? Wholly() : Partly())}
        """;

    private string Columns => $"source_kind, source_id, written_at{(IsByDate ? "" : isEveryWord ? ", words" : ", words, folded")}";

    private string Holding => $"user_id = {person}{filter}{string.Concat(Each.Select(term => $" AND {(isEveryWord ? HoldsAsItIs(term) : Holds(term))}"))}";

    /// <summary>What is near holds every word too, but is older than as many as are ranked.</summary>
    private string Older => $"""

          UNION ALL SELECT {Columns} FROM by_meaning JOIN search_entries USING (source_kind, source_id)
          WHERE {IsFull} AND rank <= {nearest} AND {Holding} AND (source_kind, source_id) NOT IN (SELECT source_kind, source_id FROM newest)
        """;

    /// <summary>Where all hold all that is asked for, or there is only one word, it does not matter how rare it is.</summary>
    private string Wholly() => $"""
        by_words AS (
          SELECT source_kind, source_id, coverage::double precision, row_number() OVER (ORDER BY {(IsByDate ? "" : $"coverage DESC, {Nearness} DESC, ")}written_at DESC, source_id DESC) AS rank
          FROM whole, LATERAL (SELECT {(isEveryWord ? "1" : Held(0))} AS coverage) AS covered
        )
        """;

    private string Nearness => nearest is null ? Repetition : $"CASE WHEN {IsFull} THEN 0 ELSE {Repetition} END";

    private string Repetition => $"ts_rank(words, {string.Join(" || ", terms.Where(term => term.Term.IsWord).Select(term => term.Query).DefaultIfEmpty("''::tsquery"))}, 1)";

    private string Partly() => $"""
        partly AS MATERIALIZED (
          {string.Join("\n  UNION ALL ", Each.Select(Some))}
        ),
        candidates AS (
          SELECT source_kind, source_id, written_at, words, folded FROM whole
          UNION ALL
          SELECT source_kind, source_id, written_at, words, folded FROM search_entries
          WHERE user_id = {person}{filter} AND (source_kind, source_id) IN (SELECT source_kind, source_id FROM partly EXCEPT SELECT source_kind, source_id FROM whole)
        ),
        judged AS MATERIALIZED (
          SELECT source_kind, source_id, written_at, {string.Join(", ", Each.Select(term => $"{Held(term)} AS held{term}"))}, {Nearness} AS nearness FROM candidates
        ),
        weights AS (SELECT {string.Join(", ", Each.Select(Weight))},
          array_remove(ARRAY[{string.Join(", ", Each.Select(Slip))}]::integer[], NULL) AS unseen FROM judged),
        by_words AS (
          SELECT source_kind, source_id, coverage, row_number() OVER (ORDER BY coverage DESC, nearness DESC, written_at DESC, source_id DESC) AS rank
          FROM judged, weights, LATERAL (SELECT ({string.Join(" + ", Each.Select(term => $"held{term} * weight{term}"))}) / nullif({string.Join(" + ", Each.Select(term => $"weight{term}"))}, 0) AS coverage) AS covered
          WHERE coverage > 0 ORDER BY rank LIMIT {SearchSql.MostRanked + (nearest ?? 0)}
        )
        """;

    private string Some(int term) => $"""
        (SELECT source_kind, source_id FROM search_entries
          WHERE (SELECT count(*) FROM whole) < {Enough} AND user_id = {person}{filter} AND {Holds(term)} ORDER BY written_at DESC LIMIT {MostOfOneWord})
        """;

    private string Holds(int term)
    {
        var (sought, query, like, near) = terms[term];
        if (near.Count > 0 || !sought.IsSoughtInside) return $"words @@ {query}";
        return sought.IsWord ? $"(words @@ {query} OR folded LIKE {like})" : $"folded LIKE {like}";
    }

    private string HoldsAsItIs(int term) => terms[term].Term.IsWord ? $"words @@ {terms[term].Query}" : $"folded LIKE {terms[term].Like}";

    /// <summary>The rarer, the more. A word that others stand in for is one that nobody wrote, however common those are.</summary>
    private string Weight(int term)
    {
        var having = $"count(*) FILTER (WHERE held{term} > 0)";
        var weight = $"ln(1 + (1 + count(*)) / (0.5{(terms[term].Near.Count > 0 ? "" : $" + {having}")}))::double precision";
        return $"{(terms[term].Term.MayBeUnseen ? $"CASE WHEN {having} > 0 THEN {weight} ELSE 0 END" : weight)} AS weight{term}";
    }

    /// <summary>The place of a word that no text has, if it may be a slip.</summary>
    private string Slip(int term) => terms[term].Term.IsDoubtful ? $"CASE WHEN count(*) FILTER (WHERE held{term} > 0) = 0 THEN {term} END" : "NULL";

    /// <summary>How well a text holds a word: wholly, inside a longer one, or nearly where it was sought so.</summary>
    private string Held(int term)
    {
        var (sought, query, like, near) = terms[term];
        if (near.Count > 0) return $"CASE{string.Concat(near.Zip(sought.Near, (one, word) => $" WHEN words @@ {one} THEN {(Likely * word.Likeness).ToString(CultureInfo.InvariantCulture)}"))} ELSE 0 END";
        var whole = sought.IsWord ? $" WHEN words @@ {query} THEN 1" : "";
        var inside = sought.IsSoughtInside ? $" WHEN folded LIKE {like} THEN {(sought.IsWord ? "0.7" : "1")}" : "";
        return $"CASE{whole}{inside} ELSE 0 END";
    }
}
