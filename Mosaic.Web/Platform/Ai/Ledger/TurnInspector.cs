using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>Answers "Why this?", to the person whose call it was and to nobody else.</summary>
public sealed class TurnInspector(IDbContextFactory<MosaicDb> databases)
{
    public async Task<TurnStory?> FindAsync(Guid userId, Guid turnId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.TurnMetrics.AsNoTracking().SingleOrDefaultAsync(turn => turn.Id == turnId && turn.UserId == userId, cancellationToken) is not { } found) return null;
        var sources = await db.TurnSources.AsNoTracking().Where(source => source.TurnId == turnId).OrderBy(source => source.Position).ToListAsync(cancellationToken);
        var prompt = await db.TurnPrompts.Where(kept => kept.TurnId == turnId).Select(kept => kept.Prompt).SingleOrDefaultAsync(cancellationToken);
        return new TurnStory(found, sources, prompt);
    }
}
