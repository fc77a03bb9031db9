using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Jobs;

/// <summary>How jobs are put in. What a worker does with them is in <see cref="JobClaims"/>.</summary>
public static class JobWrites
{
    /// <summary>The channel and the message by which workers hear of new work; the message is one of the live bus.</summary>
    private const string Channel = "mosaic_live";
    private const string Message = """{"Process":"","Topic":"jobs","Payload":""}""";

    /// <summary>
    /// Puts jobs in as part of the caller's transaction, in this order, and wakes the workers when it commits. One that waits already is
    /// not put in twice; it keeps its place and takes the earlier time.
    /// </summary>
    public static async Task EnqueueAsync(this MosaicDb db, IReadOnlyList<NewJob> jobs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (jobs.Count == 0) return;
        var ids = jobs.Select(_ => Guid.CreateVersion7(now)).Order().ToArray();
        await db.Database.ExecuteSqlAsync($"""
            WITH put AS (
              INSERT INTO jobs (id, kind, dedupe_key, user_id, payload, max_attempts, run_after, created_at, updated_at)
              SELECT id, kind, dedupe_key, user_id, payload::jsonb, max_attempts, run_after, {now}, {now}
              FROM unnest({ids}, {jobs.Select(job => job.Kind).ToArray()}, {jobs.Select(job => job.DedupeKey).ToArray()},
                {jobs.Select(job => job.UserId).ToArray()}, {jobs.Select(job => job.Payload).ToArray()}, {jobs.Select(job => job.MaxAttempts).ToArray()},
                {jobs.Select(job => job.RunAfter ?? now).ToArray()}) AS new (id, kind, dedupe_key, user_id, payload, max_attempts, run_after)
              ON CONFLICT (kind, dedupe_key) WHERE status = 'pending' DO UPDATE SET
                payload = excluded.payload, run_after = least(jobs.run_after, excluded.run_after), updated_at = excluded.updated_at
            )
            SELECT pg_notify({Channel}, {Message})
            """, cancellationToken);
    }
}
