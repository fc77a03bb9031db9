using System.Globalization;
using Npgsql;

namespace Mosaic.Data.Search;

/// <summary>
/// The one statement of a search. Both legs rank on their own and are fused by their ranks (Cormack et al., Reciprocal Rank Fusion outperforms
/// Condorcet and individual Rank Learning Methods, 2009); words count as much as they cover of the question, and meaning as much as it is near.
/// </summary>
internal sealed class SearchSql
{
    /// <summary>Texts that are counted where nothing is ranked.</summary>
    private const int MostCounted = 501;

    /// <summary>Hits of one leg that are fused. Of a common word the newest are looked at: ranking all would take longer than anybody waits.</summary>
    public const int MostRanked = 100;

    private readonly NpgsqlBatchCommand _command = new();
    private readonly SearchRequest _request;
    private readonly IReadOnlyList<ComparedPassage>? _near;
    private readonly bool _isEveryWord;
    private readonly string _person;
    private readonly string _filter;
    private readonly List<WrittenTerm> _terms;

    private SearchSql(SearchRequest request, IReadOnlyList<ComparedPassage>? near, bool isEveryWord)
    {
        (_request, _near, _isEveryWord) = (request, near, isEveryWord);
        _person = Add(request.UserId);
        _terms = [.. request.Terms.Select(term => Write(term))];
        _filter = new FilterSql(Add).Write(request.Filter, Write);
    }

    /// <summary>Writes the statement.</summary>
    /// <param name="request">What is looked for.</param>
    /// <param name="passages">So many are looked at by meaning; a text with many near ones may take the places of others.</param>
    /// <param name="near">What was compared in memory; else the database compares.</param>
    /// <param name="isEveryWord">Only texts that hold every word as it is: with many of those, no others need be looked for.</param>
    public static NpgsqlBatchCommand Write(SearchRequest request, int passages, IReadOnlyList<ComparedPassage>? near = null, bool isEveryWord = false)
    {
        var sql = new SearchSql(request, near, isEveryWord);
        sql._command.CommandText = request.Terms.Count == 0 && request.Vector is null ? sql.Newest() : sql.Ranked(passages);
        return sql._command;
    }

    private string Add(object value)
    {
        _command.Parameters.Add(new NpgsqlParameter { Value = value });
        return $"${_command.Parameters.Count}";
    }

    private WrittenTerm Write(SearchTerm term)
    {
        if (term.Near.Count > 0)
        {
            string[] near = [.. term.Near.Select(word => $"{Add(Quote(word.Word))}::tsquery")];
            return new WrittenTerm(term, $"{Add(string.Join(" | ", term.Near.Select(word => Quote(word.Word))))}::tsquery", "", near);
        }
        var folded = $"search_fold({Add(term.Text)})";
        return new WrittenTerm(term, $"search_query({folded}, {(term.IsBeginning ? "true" : "false")})", $"search_like({folded})", []);
    }

    private static string Quote(string word) => $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    private string Newest() => $"""
        WITH hits AS (
          SELECT source_kind, source_id, NULL::bigint AS words_rank, NULL::double precision AS coverage, NULL::bigint AS meaning_rank, NULL::double precision AS cosine,
            NULL::integer AS position, 0::double precision AS score, row_number() OVER (ORDER BY written_at DESC, source_id DESC) AS place
          FROM (SELECT * FROM search_entries WHERE user_id = {_person}{_filter} ORDER BY written_at DESC, source_id DESC LIMIT {MostCounted}) AS newest
        )
        {Shown(isRanked: false)}
        """;

    private string Ranked(int passages)
    {
        var hits = _request.Vector is not { } vector ? ByWords() : _terms.Count == 0 ? ByMeaning(vector, passages) : ByBoth(vector, passages);
        return $"""
            WITH {hits}
            {Shown(isRanked: true)}
            """;
    }

    /// <summary>Where only one leg goes, its places are those of the hits.</summary>
    private string ByWords() => $"""
        {Words.Write()},
        hits AS (
          SELECT source_kind, source_id, rank AS words_rank, coverage, NULL::bigint AS meaning_rank, NULL::double precision AS cosine, NULL::integer AS position,
            {WordsScore("rank")} AS score, rank AS place FROM by_words
        )
        """;

    private string ByMeaning(QueryVector vector, int passages) => $"""
        {Near(vector, passages)},
        hits AS (
          SELECT source_kind, source_id, NULL::bigint AS words_rank, NULL::double precision AS coverage, rank AS meaning_rank, cosine, position,
            worth AS score, rank AS place FROM by_meaning
        )
        """;

    /// <summary>Of many texts that hold every word none is worth more by its words: the nearer in meaning go first, then the newer.</summary>
    private string ByBoth(QueryVector vector, int passages) => $"""
        {Near(vector, passages)},
        {Words.Write()},
        hits AS (
          SELECT source_kind, source_id, w.rank AS words_rank, coverage, m.rank AS meaning_rank, cosine, position, score,
            row_number() OVER (ORDER BY score DESC, w.rank NULLS LAST, m.rank, source_id DESC) AS place
          FROM by_words w FULL JOIN by_meaning m USING (source_kind, source_id),
            LATERAL (SELECT coalesce({WordsScore($"CASE WHEN {Words.IsFull} THEN 1 ELSE w.rank END")}, 0) + coalesce(worth, 0) AS score) AS fused
        )
        """;

    private WordsSql Words => new(_person, _filter, _terms, _isEveryWord, _request.Vector is null ? null : _request.Limit);

    private string Near(QueryVector vector, int passages) => _near is { } near ? Remembered(near, vector.Trust) : Compared(vector, passages);

    /// <summary>What was compared in memory, without asking whether it is still there: what is shown is looked at afterwards.</summary>
    private string Remembered(IReadOnlyList<ComparedPassage> near, CosineTrust trust)
    {
        ComparedPassage[] best = [.. near];
        return $"""
            by_meaning AS (
              SELECT * FROM unnest({Add(Array.ConvertAll(best, one => one.SourceKind))}::text[], {Add(Array.ConvertAll(best, one => one.SourceId))}::uuid[],
                {Add(Array.ConvertAll(best, one => one.Position))}::integer[], {Add(Array.ConvertAll(best, one => (double)one.Cosine))}::double precision[],
                {Add(best.Select((one, place) => Fusion.Worth(one.Cosine, trust) / (Fusion.K + place + 1)).ToArray())}::double precision[])
                WITH ORDINALITY AS kept (source_kind, source_id, position, cosine, worth, rank)
            )
            """;
    }

    /// <summary>
    /// The nearest passages first, then the best one of each text. Exact: every vector of the person is looked at, in an index where they lie together.
    /// Only the little that is nearest is asked whether it lies in the archive; a filter that leaves little is asked first.
    /// </summary>
    private string Compared(QueryVector vector, int passages)
    {
        var distance = $"embedding <#> (SELECT {Add(vector.Numbers)}::real[]::halfvec)";
        var mine = $"user_id = {_person} AND provider = {Add(vector.Provider)} AND model = {Add(vector.Model)} AND dimensions = {vector.Numbers.Length} AND {distance} <= {Add(-vector.Trust.Least)}";
        var first = _request.Filter.IsUsual ? "" : $" WHERE (source_kind, source_id) IN (SELECT source_kind, source_id FROM search_entries WHERE user_id = {_person}{_filter})";
        var after = _request.Filter.IsUsual
            ? $" WHERE NOT EXISTS (SELECT FROM search_entries hidden WHERE hidden.user_id = {_person} AND hidden.source_kind = near.source_kind AND hidden.source_id = near.source_id AND hidden.is_archived)"
            : "";
        // Behind the fence (OFFSET 0) what is far away goes first.
        return $"""
            near AS MATERIALIZED (
              SELECT source_kind, source_id, position, cosine FROM (
                SELECT source_kind, source_id, position, -({distance}) AS cosine FROM passage_embeddings WHERE {mine} OFFSET 0
              ) AS e{first} ORDER BY cosine DESC LIMIT {passages}
            ),
            by_meaning AS (
              SELECT *, {Worth(vector.Trust)} / ({Fusion.K} + rank) AS worth FROM (
                SELECT source_kind, source_id, position, cosine, row_number() OVER (ORDER BY cosine DESC, source_id DESC) AS rank
                FROM (SELECT DISTINCT ON (source_kind, source_id) * FROM near{after} ORDER BY source_kind, source_id, cosine DESC) AS best
                ORDER BY cosine DESC, source_id DESC LIMIT {MostRanked}
              ) AS ranked
            )
            """;
    }

    private static string WordsScore(string rank) => $"{Fusion.WordsWeight} * coverage ^ {Fusion.CoveragePower} / ({Fusion.K} + {rank})";

    /// <summary>As <see cref="Fusion.Worth"/>.</summary>
    private string Worth(CosineTrust trust) =>
        $"greatest({Fusion.LeastWorth.ToString(CultureInfo.InvariantCulture)}, least(1, (cosine - {Add(trust.Chance)}) / {Add(trust.Sure - trust.Chance)}))";

    /// <summary>One row at least, since what nothing was found for is told as well.</summary>
    private string Shown(bool isRanked) => $"""
        SELECT hits.source_kind, hits.source_id, written_at, tag_paths, is_archived, is_pinned, words_rank::integer, coverage, meaning_rank::integer, cosine, hits.position, score,
          {SourceText.Sql} AS said, passages.text AS passage, coalesce(total, 0)::integer, {(isRanked && _request.Vector is not null && _near is null ? "(SELECT count(*) FROM near)::integer, (SELECT count(*) FROM by_meaning)::integer" : "0, 0")},
          {(isRanked && _terms.Count > 0 ? $"{Words.Unseen}, {Words.Whole}::integer" : "'{}'::integer[], 0")}
        FROM (SELECT) AS answer
        LEFT JOIN (SELECT *, count(*) OVER () AS total, count(words_rank) OVER () AS by_words FROM hits) AS hits ON place <= {_request.Limit}
        LEFT JOIN search_entries ON search_entries.user_id = {_person} AND search_entries.source_kind = hits.source_kind AND search_entries.source_id = hits.source_id
        LEFT JOIN passages ON passages.user_id = {_person} AND passages.source_kind = hits.source_kind AND passages.source_id = hits.source_id AND passages.position = hits.position
        ORDER BY place
        """;
}
