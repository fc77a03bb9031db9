using Npgsql;

namespace Mosaic.Data.Search;

/// <summary>
/// Words of a person that are nearly one that nobody wrote. Only what they wrote lately is read for it, so that a slip of the finger costs the
/// same however much there is; what these words are in is then looked for everywhere.
/// </summary>
internal static class NearWords
{
    /// <summary>The newest texts whose words are known; unpacking all of many would take seconds.</summary>
    private const int Texts = 2_000;

    private const int Most = 5;

    /// <summary>The request with the nearest words beside these terms; the same one where there are none.</summary>
    /// <param name="database">Where the words are.</param>
    /// <param name="request">What was looked for.</param>
    /// <param name="unseen">Places of the terms that no text has.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public static async Task<SearchRequest> AddAsync(NpgsqlDataSource database, SearchRequest request, int[] unseen, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            WITH seen AS MATERIALIZED (
              SELECT DISTINCT word FROM (SELECT words FROM search_entries WHERE user_id = $1 ORDER BY written_at DESC, source_id DESC LIMIT {Texts}) AS newest,
                unnest(tsvector_to_array(words)) AS word
            )
            SELECT term, ARRAY(
              SELECT word FROM seen WHERE char_length(word) BETWEEN char_length(term) - 2 AND char_length(term) + 2 AND similarity(word, term) >= 0.2
              ORDER BY similarity(word, term) DESC, word LIMIT 50)
            FROM (SELECT search_fold(written) AS term, place FROM unnest($2) WITH ORDINALITY AS terms (written, place) OFFSET 0) AS folded ORDER BY place
            """);
        command.Parameters.AddWithValue(request.UserId);
        command.Parameters.AddWithValue(unseen.Select(place => request.Terms[place].Text).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        SearchTerm[] terms = [.. request.Terms];
        foreach (var place in unseen)
        {
            await reader.ReadAsync(cancellationToken);
            terms[place] = terms[place] with { Near = Nearest(reader.GetString(0), reader.GetFieldValue<string[]>(1)) };
        }
        return Array.Exists(terms, term => term.Near.Count > 0) ? request with { Terms = terms } : request;
    }

    /// <summary>Of those that share some trigrams, the ones that fewest slips lead to.</summary>
    private static NearWord[] Nearest(string term, string[] words) =>
    [
        .. words.Select(word => (Word: word, Slips: Slips.Between(term, word))).Where(near => near.Slips <= Slips.Most(term))
            .OrderBy(near => near.Slips).Take(Most)
            .Select(near => new NearWord(near.Word, near.Slips, 1 - (double)near.Slips / term.Length)),
    ];
}
