using Microsoft.Extensions.Diagnostics.HealthChecks;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Hosting.Health;

/// <summary>This process hears the others.</summary>
internal sealed class LiveCheck(Live live) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(live.IsListening ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Not listening to other processes."));
}
