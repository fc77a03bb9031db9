using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Jobs;

/// <summary>How jobs are put in. What a worker does with them is in <see cref="JobClaims"/>.</summary>
public static class JobWrites
{
    /// <summary>By this workers hear of new work; it is a message of the live bus, and PostgreSQL sends it with the commit.</summary>
    internal const string Wake = $"pg_notify('{Channel}', '{Message}')";

    private const string Channel = "mosaic_live";
    private const string Message = """{"Process":"","Topic":"jobs","Payload":""}""";

    /// <summary>
    /// Puts jobs in as part of the caller's transaction, in this order, and wakes the workers when it commits. One that waits already is
    /// not put in twice; it keeps its place, and takes the earlier time and the newer payload.
    /// </summary>
    public static async Task EnqueueAsync(this MosaicDb db, IReadOnlyList<NewJob> jobs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (jobs.Count == 0) return;
        jobs = Once(jobs, now);
        var ids = jobs.Select(_ => Guid.CreateVersion7(now)).Order().ToArray();
        // In the order of the keys, whatever the order of the jobs: two who put the same in would else wait for each other for ever.
        await db.Database.ExecuteSqlAsync($"""
            WITH put AS (
              INSERT INTO jobs (id, kind, dedupe_key, user_id, payload, max_attempts, run_after, created_at, updated_at)
              SELECT id, kind, dedupe_key, user_id, payload::jsonb, max_attempts, run_after, {now}, {now}
              FROM unnest({ids}, {jobs.Select(job => job.Kind).ToArray()}, {jobs.Select(job => job.DedupeKey).ToArray()},
                {jobs.Select(job => job.UserId).ToArray()}, {jobs.Select(job => job.Payload).ToArray()}, {jobs.Select(job => job.MaxAttempts).ToArray()},
                {jobs.Select(job => (job.RunAfter ?? now).ToUniversalTime()).ToArray()}) AS new (id, kind, dedupe_key, user_id, payload, max_attempts, run_after)
              ORDER BY kind, dedupe_key
              ON CONFLICT (kind, dedupe_key) WHERE status = 'pending' DO UPDATE SET
                payload = excluded.payload, run_after = least(jobs.run_after, excluded.run_after), updated_at = excluded.updated_at
            )
            SELECT pg_notify({Channel}, {Message})
            """, cancellationToken);
    }

    /// <summary>The same work asked for twice in one call: the first place, the earlier time and the later payload.</summary>
    private static List<NewJob> Once(IReadOnlyList<NewJob> jobs, DateTimeOffset now)
    {
        var once = new List<NewJob>(jobs.Count);
        var places = new Dictionary<(string Kind, string Key), int>();
        foreach (var job in jobs)
        {
            if (job.DedupeKey is not { } key || places.TryAdd((job.Kind, key), once.Count))
            {
                once.Add(job);
                continue;
            }
            var place = places[(job.Kind, key)];
            var (before, after) = (once[place].RunAfter ?? now, job.RunAfter ?? now);
            once[place] = job with { RunAfter = before < after ? before : after };
        }
        return once;
    }
}
