using Npgsql;

namespace Mosaic.Data.Jobs;

/// <summary>What any worker may do for all: give free what a dead one held, and say when the next job is due.</summary>
public static class JobUpkeep
{
    /// <summary>
    /// Frees jobs whose lease ended: their worker died. The attempt counts, so that a job that kills its worker ends as failed one day.
    /// Where the same work waits already, that one is enough. Answers with how many were freed.
    /// </summary>
    public static async Task<int> FreeExpiredJobsAsync(this NpgsqlDataSource database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var freed = 0;
        while (true)
        {
            try
            {
                if (!await FreeOneAsync(database, now, cancellationToken)) return freed;
                freed++;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                // The same work was asked for in this very moment; the next look sees it.
            }
        }
    }

    /// <summary>When the next job that waits is due; null when none waits.</summary>
    public static async Task<DateTimeOffset?> NextJobAtAsync(this NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT run_after FROM jobs WHERE status = 'pending' ORDER BY run_after, id LIMIT 1");
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
    }

    /// <summary>Deletes what ended long ago, a thousand rows at a time, and answers with how many. What failed is kept until somebody decides.</summary>
    public static async Task<int> DeleteEndedJobsAsync(this NpgsqlDataSource database, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var deleted = 0;
        while (true)
        {
            await using var command = database.CreateCommand(
                "DELETE FROM jobs WHERE id = ANY (ARRAY (SELECT id FROM jobs WHERE status IN ('done', 'skipped') AND updated_at < $1 LIMIT 1000 FOR UPDATE SKIP LOCKED))");
            command.Parameters.AddWithValue(before);
            var now = await command.ExecuteNonQueryAsync(cancellationToken);
            deleted += now;
            if (now < 1000) return deleted;
        }
    }

    /// <summary>
    /// One a transaction, and chosen without a lock: who holds one waiting job, even one looked at and passed over, and then waits for another,
    /// may wait for somebody who puts the same jobs in and waits for us. The newest first, so that of the same work the newest is tried
    /// again. None is freed when somebody else frees the same one at this moment; that one goes on with the rest.
    /// </summary>
    private static async Task<bool> FreeOneAsync(NpgsqlDataSource database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            UPDATE jobs SET status = CASE WHEN again THEN 'skipped' WHEN attempts >= max_attempts THEN 'failed' ELSE 'pending' END,
              last_error = CASE WHEN again THEN 'The same work was asked for again and is done by the newer job.'
                WHEN attempts >= max_attempts THEN 'The server stopped each time it was at this.' ELSE 'The server stopped while it was at this.' END,
              run_after = $1, locked_by = NULL, locked_until = NULL, progress = NULL, updated_at = $1
            FROM (
              SELECT id AS lost, dedupe_key IS NOT NULL AND EXISTS (
                SELECT FROM jobs waiting WHERE waiting.kind = job.kind AND waiting.dedupe_key = job.dedupe_key AND waiting.status = 'pending') AS again
              FROM jobs job WHERE status = 'running' AND locked_until < $1 ORDER BY id DESC LIMIT 1
            ) AS expired
            WHERE id = lost AND status = 'running' AND locked_until < $1
            """);
        command.Parameters.AddWithValue(now);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
