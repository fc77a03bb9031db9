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

    /// <summary>Finds by words and by meaning in one round trip, only what is this person's.</summary>
    public static async Task<FoundTexts> SearchAsync(this NpgsqlDataSource database, SearchRequest request, CancellationToken cancellationToken)
    {
        for (var passages = Passages; ; passages *= 8)
        {
            var (found, looked) = await SearchAsync(database, request, passages, cancellationToken);
            // Many passages of few texts: the others were not seen.
            if (looked < passages || found.Total >= request.Limit) return found;
        }
    }

    private static async Task<(FoundTexts, int Looked)> SearchAsync(NpgsqlDataSource database, SearchRequest request, int passages, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Planning));
        batch.BatchCommands.Add(SearchSql.Write(request, passages));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var (hits, total, looked) = (new List<FoundText>(request.Limit), 0, 0);
        while (await reader.ReadAsync(cancellationToken))
        {
            hits.Add(new FoundText(
                reader.GetString(0), reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<string[]>(3), reader.GetBoolean(4), reader.GetBoolean(5),
                Int(6), Double(7), Int(8), Double(9), Int(10), reader.GetDouble(11), reader.IsDBNull(12) ? "" : reader.GetString(12), reader.IsDBNull(13) ? null : reader.GetString(13)));
            (total, looked) = (reader.GetInt32(14), reader.GetInt32(15));
        }
        return (new FoundTexts(hits, total) { IsMore = total >= SearchSql.MostRanked }, looked);

        int? Int(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
        double? Double(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
    }
}
