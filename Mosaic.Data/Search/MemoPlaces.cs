using Npgsql;

namespace Mosaic.Data.Search;

/// <summary>Where memos lie among all meanings.</summary>
public static class MemoPlaces
{
    /// <summary>
    /// The middle of a memo's passages, of length 1, as one model places them; null where it has not. Not there is also what is somebody else's,
    /// in the trash or kept from AI.
    /// </summary>
    public static async Task<(bool IsThere, float[]? Numbers)> PlaceOfMemoAsync(
        this NpgsqlDataSource database, Guid userId, Guid memoId, string provider, string model, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT (SELECT avg(embedding)::real[] FROM passage_embeddings
                    WHERE user_id = $1 AND source_kind = 'memo' AND source_id = $2 AND provider = $3 AND model = $4
                    GROUP BY dimensions ORDER BY count(*) DESC LIMIT 1)
            FROM memos WHERE user_id = $1 AND id = $2 AND NOT ai_excluded AND deleted_at IS NULL
            """);
        foreach (var value in new object[] { userId, memoId, provider, model }) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return (false, null);
        return (true, await reader.IsDBNullAsync(0, cancellationToken) ? null : Normalised(reader.GetFieldValue<float[]>(0)));
    }

    private static float[]? Normalised(float[] numbers)
    {
        var norm = Math.Sqrt(numbers.Sum(number => (double)number * number));
        return norm == 0 ? null : Array.ConvertAll(numbers, number => (float)(number / norm));
    }
}
