using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Ai;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Ledger;

namespace Mosaic.Web.Features.Admin.Ai;

/// <summary>Reads what the page of providers shows.</summary>
public sealed class AiProviderOverview(IDbContextFactory<MosaicDb> databases, AiProviderService providers, Reindexing index, UsageReport usage, TimeProvider clock)
{
    public async Task<AiProviderView> ReadAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var states = await providers.ListAsync(cancellationToken);
        var month = await usage.SinceAsync(null, new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero), cancellationToken);
        return new AiProviderView(states, await HealthAsync(states.Single(state => state.Purpose == AiPurpose.Chat), cancellationToken), await index.StateAsync(cancellationToken), month);
    }

    /// <summary>As the last call went that was made of this provider and model.</summary>
    private async Task<AiHealth> HealthAsync(AiProviderState chat, CancellationToken cancellationToken)
    {
        if (chat.Settings.Provider == AiProviders.Offline) return new AiHealth("quiet", "the offline helper answers");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var last = await db.TurnMetrics
            .Where(turn => turn.Provider == chat.Settings.Provider && turn.Model == chat.Settings.Model && turn.Purpose != "embedding" && (turn.Outcome == TurnOutcome.Ok || turn.Outcome == TurnOutcome.Failed))
            .OrderByDescending(turn => turn.CreatedAt).ThenByDescending(turn => turn.Id).Select(turn => new { turn.Outcome, turn.LatencyMs }).FirstOrDefaultAsync(cancellationToken);
        return last switch
        {
            null => new AiHealth("quiet", "chat was not tried yet"),
            { Outcome: TurnOutcome.Ok } => new AiHealth("ok", $"chat reachable · {UsageWords.Milliseconds(last.LatencyMs)}"),
            _ => new AiHealth("attention", "chat failed last time"),
        };
    }
}
