using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Admin;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Admin.Jobs;

/// <summary>What an admin decides about jobs of anybody; each decision is recorded.</summary>
public sealed class JobAdministration(IDbContextFactory<MosaicDb> databases, JobDesk desk, TimeProvider time)
{
    private static readonly JobFilter Anybodys = new(null);

    /// <summary>False when it is no admin who asks, or there is no such job to be tried.</summary>
    public Task<bool> RetryAsync(Guid adminId, JobLine job, CancellationToken cancellationToken = default) =>
        DecideAsync(adminId, job, AuditAction.JobRetried, () => desk.RetryAsync(Anybodys, job.Id, cancellationToken), cancellationToken);

    /// <inheritdoc cref="RetryAsync"/>
    public Task<bool> DiscardAsync(Guid adminId, JobLine job, CancellationToken cancellationToken = default) =>
        DecideAsync(adminId, job, AuditAction.JobDiscarded, () => desk.DiscardAsync(Anybodys, job.Id, cancellationToken), cancellationToken);

    private async Task<bool> DecideAsync(Guid adminId, JobLine job, string action, Func<Task<bool>> decide, CancellationToken cancellationToken)
    {
        await using var work = await AdminWork.BeginAsync(databases, adminId, time.GetUtcNow(), cancellationToken);
        if (work is null || !await decide()) return false;
        work.Record(action, job.Title, new { job.Id, job.Status, job.Reason }, null);
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
