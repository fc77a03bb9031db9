using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Calls;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>What a call took, as its record says. Where nobody counted, it is counted from the text.</summary>
internal sealed class SpentTokens(IDbContextFactory<MosaicDb> databases)
{
    public async Task<TokenCount> OfAsync(Guid userId, Guid? turnId, IEnumerable<string> asked, string answered, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var turn = turnId is null ? null : await db.TurnMetrics.AsNoTracking().SingleOrDefaultAsync(turn => turn.Id == turnId && turn.UserId == userId, cancellationToken);
        return turn is { InputTokens: > 0 } ? new TokenCount(turn.InputTokens, turn.OutputTokens, turn.CachedTokens, turn.IsEstimated)
            : new TokenCount(asked.Sum(TokenEstimate.Of), TokenEstimate.Of(answered), IsEstimated: true);
    }
}
