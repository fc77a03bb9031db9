using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Ai.Api;

/// <summary>What AI took for the caller.</summary>
internal sealed class UsageApi : IApiGroup
{
    public string Address => "/usage";

    public string Title => "AI usage";

    public void Map(RouteGroupBuilder group) => group.MapGet("/", ReadAsync).Needs(ApiScopes.MemosRead)
        .Is("readUsage", "What AI took for you", "Budgets count tokens of today and this month, by your own calendar; a limit of 0 is none. Purposes are of the last thirty days.")
        .Gives(new UsageJson(1_204, 50_000, 8_730, 0, [new PurposeJson("tags", "openai-compatible", 12, 1, 8_100, 630, 0.0021m, 340, 910)]));

    private static async Task<Ok<UsageJson>> ReadAsync(ClaimsPrincipal user, AiBudgets budgets, UsageReport report, TimeProvider clock, CancellationToken cancellationToken)
    {
        var budget = await budgets.FindAsync(user.UserId(), cancellationToken);
        var purposes = await report.SinceAsync(user.UserId(), clock.GetUtcNow().AddDays(-30), cancellationToken);
        return TypedResults.Ok(new UsageJson(budget.UsedToday, budget.DailyLimit, budget.UsedThisMonth, budget.MonthlyLimit, [.. purposes.Select(PurposeJson.Of)]));
    }

    internal sealed record UsageJson(long TokensToday, long DailyLimit, long TokensThisMonth, long MonthlyLimit, IReadOnlyList<PurposeJson> Purposes);

    internal sealed record PurposeJson(string Purpose, string Provider, long Calls, long Failed, long InputTokens, long OutputTokens, decimal? Cost, double? HalfWithinMs, double? NearlyAllWithinMs)
    {
        public static PurposeJson Of(UsageLine line) => new(line.Purpose, line.Provider, line.Calls, line.Failed, line.InputTokens, line.OutputTokens, line.Cost, line.P50, line.P95);
    }
}
