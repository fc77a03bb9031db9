using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Ai;

/// <summary>The door of the slice in which a person sees what AI does for them, and decides about it.</summary>
public static class AiFeature
{
    public static void MapAi(this IEndpointRouteBuilder routes) => routes.MapGet("/ai/usage.csv", (HttpContext http, UsageReport report, TimeProvider clock) =>
        TypedResults.Stream(output => UsageCsv.WriteAsync(report.AllAsync(http.User.UserId(), clock.GetUtcNow().AddYears(-1), http.RequestAborted), output, http.RequestAborted),
            "text/csv", "mosaic-ai-usage.csv"))
        .RequireAuthorization();
}
