using Mosaic.Tests.Support;
using Npgsql;

namespace Mosaic.Tests.Memos;

/// <summary>Years of writing in a moment: one memo every two hours, the first one the newest.</summary>
internal static class ManyMemos
{
    public static async Task FillAsync(MosaicApp app, string name, int count)
    {
        await using var connection = await app.Database.Source.OpenConnectionAsync();
        await using var fill = new NpgsqlCommand("""
            INSERT INTO memos (id, user_id, content, tags, created_at, updated_at, change_seq)
            SELECT md5(n::text)::uuid, $1, 'memo number ' || n || ' about ' || repeat('something *worth* keeping, ', 5) || '#tag' || n % 40,
                   ARRAY['tag' || n % 40], $2 - n * interval '2 hours', $2, 0
            FROM generate_series(1, $3) AS n ON CONFLICT DO NOTHING
            """, connection);
        fill.Parameters.AddWithValue(app.Person(name).Id);
        fill.Parameters.AddWithValue(app.Clock.GetUtcNow());
        fill.Parameters.AddWithValue(count);
        await fill.ExecuteNonQueryAsync();
        await using var analyze = new NpgsqlCommand("ANALYZE memos", connection);
        await analyze.ExecuteNonQueryAsync();
    }
}
