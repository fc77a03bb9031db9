using Mosaic.Web.Platform.Markdown;
using Npgsql;
using NpgsqlTypes;

namespace Mosaic.Bench.Rows;

/// <summary>Writes memos in one COPY; what a text says about itself is read as the app reads it when it saves.</summary>
internal sealed class MemoCopy : IAsyncDisposable
{
    private readonly NpgsqlBinaryImporter _copy;

    private MemoCopy(NpgsqlBinaryImporter copy) => _copy = copy;

    public static async Task<MemoCopy> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => new(await connection.BeginBinaryImportAsync(
        """
        COPY memos (id, user_id, content, tags, task_count, open_task_count, is_archived, is_pinned, diary_date, created_at, updated_at)
        FROM STDIN (FORMAT binary)
        """, cancellationToken));

    /// <summary>Answers with the memos that this one links to.</summary>
    public async Task<IReadOnlyList<Guid>> WriteAsync(MemoRow row, CancellationToken cancellationToken)
    {
        var (outline, time) = (MarkdownOutline.Of(row.Text), row.At.UtcDateTime);
        await _copy.StartRowAsync(cancellationToken);
        await _copy.WriteAsync(row.Id, cancellationToken);
        await _copy.WriteAsync(row.UserId, cancellationToken);
        await _copy.WriteAsync(row.Text, cancellationToken);
        await _copy.WriteAsync(outline.Tags.ToArray(), cancellationToken);
        await _copy.WriteAsync(outline.TaskCount, cancellationToken);
        await _copy.WriteAsync(outline.OpenTaskCount, cancellationToken);
        await _copy.WriteAsync(row.IsArchived, cancellationToken);
        await _copy.WriteAsync(row.IsPinned, cancellationToken);
        if (row.IsArchived) await _copy.WriteAsync(DateOnly.FromDateTime(time), cancellationToken);
        else await _copy.WriteNullAsync(cancellationToken);
        await _copy.WriteAsync(time, NpgsqlDbType.TimestampTz, cancellationToken);
        await _copy.WriteAsync(time, NpgsqlDbType.TimestampTz, cancellationToken);
        return outline.Links;
    }

    public async Task CompleteAsync(CancellationToken cancellationToken) => await _copy.CompleteAsync(cancellationToken);

    /// <summary>The role of each person, and the first revision of each memo.</summary>
    public static async Task FollowAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var rest = new NpgsqlCommand(
            """
            INSERT INTO user_roles (user_id, role_id) SELECT users.id, roles.id FROM users, roles WHERE roles.name = 'user';
            INSERT INTO memo_revisions (id, memo_id, user_id, revision_number, content, tags, source, created_at, updated_at)
            SELECT id, id, user_id, 1, content, tags, 'human', created_at, created_at FROM memos ORDER BY change_seq;
            """, connection)
        { CommandTimeout = 0 };
        await rest.ExecuteNonQueryAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _copy.DisposeAsync();
}
