using System.Globalization;
using Mosaic.Data.Memos;
using Npgsql;

namespace Mosaic.Bench.Oracle;

/// <summary>The nearest passages of one person by SQL that no index of vectors can answer: what is right, if not fast.</summary>
internal static class ExactScan
{
    /// <summary>With the parameters user, kind, model, dimensions, vector and count. Nothing is ordered by the mere distance, so every row is looked at.</summary>
    public const string Sql =
        """
        SELECT source_id, position, (embedding <=> $5::halfvec) + 0 AS distance FROM passage_embeddings
        WHERE user_id = $1 AND source_kind = $2 AND model = $3 AND dimensions = $4 ORDER BY distance, source_id, position LIMIT $6
        """;

    public static async Task<IReadOnlyList<Found>> NearestAsync(
        NpgsqlDataSource database, Guid userId, string model, float[] asked, int count, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        foreach (object value in new object[] { userId, Memo.EntityName, model, asked.Length, TextOf(asked), count }) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<Found>();
        while (await reader.ReadAsync(cancellationToken)) found.Add(new(reader.GetGuid(0), reader.GetInt32(1), reader.GetDouble(2)));
        return found;
    }

    /// <summary>A vector as pgvector reads it.</summary>
    public static string TextOf(IEnumerable<float> vector) => $"[{string.Join(',', vector.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}]";
}
