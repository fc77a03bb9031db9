using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Jobs;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>Shows jobs and lets people decide about those that wait or failed. A filter with a person finds that person's jobs only.</summary>
public sealed class JobDesk(IDbContextFactory<MosaicDb> databases, JobKinds kinds, Live.Live live, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Jobs before one of them, the newest first.</summary>
    public async Task<IReadOnlyList<JobLine>> PageAsync(JobFilter filter, Guid? before = null, int size = PageSize, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await Matching(db, filter).AsNoTracking().Where(job => before == null || job.Id < before).OrderByDescending(job => job.Id).Take(size)
            .Select(job => new { Job = job, UserName = db.Users.Where(user => user.Id == job.UserId).Select(user => user.UserName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new JobLine(row.Job.Id, row.Job.Kind, kinds.TitleOf(row.Job.Kind), row.Job.Status, row.UserName, row.Job.Attempts, row.Job.MaxAttempts,
            row.Job.LastError, row.Job.Progress, row.Job.RunAfter, row.Job.CreatedAt, row.Job.UpdatedAt))];
    }

    /// <summary>How many there are of each status.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(JobFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Matching(db, filter with { Status = null }).GroupBy(job => job.Status).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
    }

    /// <summary>Has a job that waits or failed tried at once, with all its tries before it; false when there is none such.</summary>
    public async Task<bool> RetryAsync(JobFilter whose, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var mayRetry = Matching(db, whose).AsNoTracking().Where(job => job.Id == id && (job.Status == JobStatus.Failed || job.Status == JobStatus.Pending));
        var job = await mayRetry.SingleOrDefaultAsync(cancellationToken);
        // Asked again where it is deleted: a worker may have taken it meanwhile.
        if (job is null || await mayRetry.ExecuteDeleteAsync(cancellationToken) == 0) return false;
        // Where the same work waits already, that one is enough: it is tried now, with the payload it was given, which is newer.
        var waiting = db.Jobs.Where(other => other.Kind == job.Kind && other.DedupeKey == job.DedupeKey && other.DedupeKey != null && other.Status == JobStatus.Pending);
        if (await waiting.Select(other => other.Payload).FirstOrDefaultAsync(cancellationToken) is { } newer)
        {
            await waiting.ExecuteUpdateAsync(set => set.SetProperty(other => other.Attempts, 0), cancellationToken);
            job = new Job { Id = job.Id, Kind = job.Kind, DedupeKey = job.DedupeKey, UserId = job.UserId, Payload = newer, MaxAttempts = job.MaxAttempts, RunAfter = now };
        }
        await db.EnqueueAsync([new NewJob(job.Kind, job.DedupeKey, job.UserId, job.Payload) { MaxAttempts = job.MaxAttempts }], now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.JobsChanged, cancellationToken: CancellationToken.None);
        return true;
    }

    /// <summary>Gives a job up that waits, runs or failed; one that runs is stopped within seconds. False when there is none such.</summary>
    public async Task<bool> DiscardAsync(JobFilter whose, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var discarded = await Matching(db, whose)
            .Where(job => job.Id == id && (job.Status == JobStatus.Failed || job.Status == JobStatus.Pending || job.Status == JobStatus.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, JobStatus.Skipped).SetProperty(job => job.LastError, "Discarded by hand.")
                .SetProperty(job => job.LockedBy, (string?)null).SetProperty(job => job.LockedUntil, (DateTimeOffset?)null).SetProperty(job => job.Progress, (float?)null).SetProperty(job => job.UpdatedAt, now), cancellationToken);
        if (discarded > 0) await live.AnnounceAsync(Topics.JobsChanged, cancellationToken: CancellationToken.None);
        return discarded > 0;
    }

    private static IQueryable<Job> Matching(MosaicDb db, JobFilter filter) => db.Jobs.Where(job =>
        (filter.UserId == null || job.UserId == filter.UserId) && (filter.Status == null || job.Status == filter.Status) && (filter.Kind == null || job.Kind == filter.Kind));
}
