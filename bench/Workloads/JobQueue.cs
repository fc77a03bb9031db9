using System.Globalization;
using Npgsql;

namespace Mosaic.Bench.Workloads;

/// <summary>The table of jobs with as many that wait as are asked for; those of before that are done stay, as in a house they do for a week.</summary>
internal sealed class JobQueue(NpgsqlDataSource database, int waiting)
{
    public const string Kind = "bench.nothing";

    /// <summary>The least with which one can take a job for oneself and end it.</summary>
    public const string RawScript =
        """
        UPDATE jobs SET status = 'running', attempts = attempts + 1, locked_by = 'pgbench', locked_until = now() + interval '30 seconds', updated_at = now()
        WHERE id = (SELECT id FROM jobs WHERE status = 'pending' AND run_after <= now() ORDER BY run_after, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id
        \gset
        UPDATE jobs SET status = 'done', progress = 1, locked_by = NULL, locked_until = NULL, updated_at = now() WHERE id = :id AND status = 'running' AND locked_by = 'pgbench';

        """;

    /// <summary>Puts in as many as are missing.</summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var missing = waiting - await CountAsync("SELECT count(*) FROM jobs WHERE status = 'pending'", cancellationToken);
        await ExecuteAsync(
            $"""
            INSERT INTO jobs (id, kind, dedupe_key, run_after, created_at, updated_at)
            SELECT gen_random_uuid(), '{Kind}', gen_random_uuid()::text, now() - interval '1 second' + n * interval '1 microsecond', now(), now() FROM generate_series(1, {missing}) AS n
            """, cancellationToken);
    }

    /// <summary>As autovacuum does soon after so much was written; it is not to come in the middle of a turn.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync("VACUUM ANALYZE jobs", cancellationToken);
        await ExecuteAsync("CHECKPOINT", cancellationToken);
    }

    /// <summary>An empty table in the place of the full one until the result is disposed, since what waits cannot be written anew each round.</summary>
    public async Task<IAsyncDisposable> PutAsideAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync("ALTER TABLE jobs RENAME TO jobs_aside; CREATE TABLE jobs (LIKE jobs_aside INCLUDING ALL)", cancellationToken);
        return new Aside(this);
    }

    private async Task<int> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class Aside(JobQueue queue) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await queue.ExecuteAsync("DROP TABLE jobs; ALTER TABLE jobs_aside RENAME TO jobs", CancellationToken.None);
    }
}
