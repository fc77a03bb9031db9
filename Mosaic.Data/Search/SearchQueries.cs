using Npgsql;

namespace Mosaic.Data.Search;

/// <summary>How texts are found.</summary>
public static class SearchQueries
{
    /// <summary>Passages looked at by meaning; enough unless one text has hundreds near ones.</summary>
    private const int Passages = 500;

    /// <summary>
    /// For this one transaction. Compiling a plan takes longer than any search, and a person's rows in an index are nearer than the planner thinks,
    /// whose usual cost is that of a turning disk.
    /// </summary>
    internal const string Planning = "SELECT set_config('jit', 'off', true), set_config('random_page_cost', '1.1', true)";

    /// <summary>The same, for what is planned once and kept: by meaning alone there is one way for everybody.</summary>
    internal const string PlanningOnce = Planning + ", set_config('plan_cache_mode', 'force_generic_plan', true)";

    /// <summary>The same, for what is kept and planned each time: how often a word occurs decides the plan.</summary>
    private const string PlanningEach = Planning + ", set_config('plan_cache_mode', 'force_custom_plan', true)";

    /// <summary>Statements for so many words at once are kept.</summary>
    private const int MostKeptTerms = 4;

    /// <summary>Finds by words and by meaning in one round trip, only what is this person's. A word that nobody wrote takes two more, for those that are nearly it.</summary>
    public static async Task<FoundTexts> SearchAsync(this NpgsqlDataSource database, SearchRequest request, CancellationToken cancellationToken)
    {
        var (found, unseen) = await WholeAsync(database, request, cancellationToken);
        if (unseen.Length == 0) return found;
        var near = await NearWords.AddAsync(database, request, unseen, cancellationToken);
        if (near == request) return found;
        return (await WholeAsync(database, near with { Vector = request.Meant?.Invoke(near.Terms) ?? request.Vector }, cancellationToken)).Found;
    }

    private static async Task<(FoundTexts Found, int[] Unseen)> WholeAsync(NpgsqlDataSource database, SearchRequest request, CancellationToken cancellationToken)
    {
        var passages = Passages;
        var near = Compare(request);
        // Where many texts hold every word of several, none that holds less is looked for: that takes longer than all else, but for comparing in the database.
        var isEveryWord = request.Terms.Count > 1 && request.Terms.All(term => term.Near.Count == 0) && (request.Vector is null || near is not null);
        while (true)
        {
            var answer = await OnceAsync(database, request, SearchSql.Write(request, passages, near, isEveryWord), Kept(request, isEveryWord), cancellationToken);
            if (near is not null && IsOutdated(request, answer.Found)) (near, isEveryWord, request.Vectors!.IsOutdated) = (null, false, true);
            else if (isEveryWord && answer.Whole < SearchSql.MostRanked) isEveryWord = false;
            // Many passages of few texts, or of what may not be shown: the others were not seen.
            else if (answer.Looked == passages && answer.Near < Math.Min(request.Limit, SearchSql.MostRanked)) passages *= 8;
            else return (answer.Found, answer.Unseen);
        }
    }

    /// <summary>What is in memory may be gone, be in the archive since, or be kept from AI.</summary>
    private static bool IsOutdated(SearchRequest request, FoundTexts found) => found.Hits.Count < Math.Min(request.Limit, found.Total)
        || found.Hits.Any(hit => hit.IsArchived || (hit.Cosine is not null && hit.Passage is null));

    private static IReadOnlyList<ComparedPassage>? Compare(SearchRequest request) =>
        request is { Vector: { } vector, Filter.IsUsual: true } ? request.Vectors?.Nearest(vector.Numbers, vector.Trust.Least, SearchSql.MostRanked) : null;

    /// <summary>How to plan the few statements that are asked most, and that a connection therefore keeps; null for all others, of which there are too many.</summary>
    private static string? Kept(SearchRequest request, bool isEveryWord) => request switch
    {
        { Filter.IsUsual: false } or { Vector: null } => null,
        { Terms.Count: 0 } => PlanningOnce,
        { Terms.Count: <= MostKeptTerms } when isEveryWord => PlanningEach,
        _ => null,
    };

    private static async Task<(FoundTexts Found, int Looked, int Near, int[] Unseen, int Whole)> OnceAsync(
        NpgsqlDataSource database, SearchRequest request, NpgsqlBatchCommand statement, string? kept, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(kept ?? Planning));
        batch.BatchCommands.Add(statement);
        if (kept is not null) await batch.PrepareAsync(cancellationToken);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var (hits, total, looked, near, unseen, whole) = (new List<FoundText>(request.Limit), 0, 0, 0, Array.Empty<int>(), 0);
        while (await reader.ReadAsync(cancellationToken))
        {
            (total, looked, near, unseen, whole) = (reader.GetInt32(14), reader.GetInt32(15), reader.GetInt32(16), reader.GetFieldValue<int[]>(17), reader.GetInt32(18));
            // None, or none that is still there.
            if (reader.IsDBNull(2)) continue;
            hits.Add(new FoundText(
                reader.GetString(0), reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<string[]>(3), reader.GetBoolean(4), reader.GetBoolean(5),
                Int(6), Double(7), Int(8), Double(9), Int(10), reader.GetDouble(11), reader.IsDBNull(12) ? "" : reader.GetString(12), reader.IsDBNull(13) ? null : reader.GetString(13)));
        }
        if (request.Terms is [{ IsDoubtful: true }] && whole == 0) unseen = [0];
        return (new FoundTexts(hits, total) { Terms = request.Terms, IsMore = total >= SearchSql.MostRanked }, looked, near, unseen, whole);

        int? Int(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
        double? Double(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
    }
}
