using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Mosaic.Web.Hosting.Health;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it can also serve. Both tell a stranger one word and no more.</summary>
internal static class HealthEndpoints
{
    public static void AddMosaicHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseCheck>("database", timeout: TimeSpan.FromSeconds(5))
        .AddCheck<LiveCheck>("live")
        .AddCheck<WorkerCheck>("worker");

    public static void MapMosaicHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/readyz").AllowAnonymous();
    }
}
