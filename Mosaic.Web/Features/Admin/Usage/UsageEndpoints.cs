using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Platform.Ai.Ledger;

namespace Mosaic.Web.Features.Admin.Usage;

internal static class UsageEndpoints
{
    /// <summary>The last year of calls as a file, for admins.</summary>
    public static void MapUsage(this IEndpointRouteBuilder routes) => routes.MapGet("/admin/usage.csv", (UsageReport report, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Stream(output => UsageCsv.WriteAsync(report.AllAsync(null, clock.GetUtcNow().AddYears(-1), cancellationToken), output, cancellationToken), "text/csv", "mosaic-ai-usage.csv"))
        .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Admin));
}
