using Mosaic.Bench.Rows;
using Npgsql;

namespace Mosaic.Bench.Judged;

/// <summary>Writes the judged set into a migrated, empty database, as the memos of one person whose days are those of UTC.</summary>
internal sealed class JudgedFilling(NpgsqlConnection connection, JudgedSet set)
{
    /// <summary>Who wrote them all.</summary>
    public static Guid PersonId { get; } = new("0194a0b0-0000-7000-8000-000000000001");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (var person = new NpgsqlCommand(
            """
            INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, time_zone, created_at, updated_at)
            VALUES ($1, 'judged', 'JUDGED', 'judged@example.org', 'JUDGED@EXAMPLE.ORG', 'stamp', 'stamp', 'UTC', $2, $2)
            """, connection)
        { Parameters = { new() { Value = PersonId }, new() { Value = set.Texts.Min(text => text.At).UtcDateTime } } })
            await person.ExecuteNonQueryAsync(cancellationToken);
        await using (var copy = await MemoCopy.BeginAsync(connection, cancellationToken))
        {
            foreach (var text in set.Texts.OrderBy(text => text.At)) await copy.WriteAsync(new MemoRow(text.MemoId, PersonId, text.Text, text.At), cancellationToken);
            await copy.CompleteAsync(cancellationToken);
        }
        await MemoCopy.FollowAsync(connection, cancellationToken);
        await using var vacuum = new NpgsqlCommand("VACUUM (FREEZE, ANALYZE)", connection);
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }
}
