using Microsoft.Extensions.Diagnostics.HealthChecks;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Hosting.Health;

/// <summary>Jobs are worked at.</summary>
internal sealed class WorkerCheck(JobWorker worker) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(worker.IsWorking ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The table of jobs does not answer."));
}
