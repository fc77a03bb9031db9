using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Jobs;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>The index of meaning as admins see it: how complete it is, and making it anew for another model.</summary>
public sealed class Reindexing(IDbContextFactory<MosaicDb> databases, AiConfigs configs, TimeProvider clock)
{
    /// <summary>Has every memo placed that the model has not placed yet; part of the caller's transaction. Asked twice, it is done once.</summary>
    public Task EnqueueAsync(MosaicDb db, CancellationToken cancellationToken = default) =>
        db.EnqueueAsync([new NewJob(IndexAll.Kind, "all", null)], clock.GetUtcNow(), cancellationToken);

    public async Task<IndexState> StateAsync(CancellationToken cancellationToken = default)
    {
        var config = await configs.GetAsync(AiPurpose.Embedding, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var memos = await db.Indexable().CountAsync(cancellationToken);
        var missing = await db.Indexable().NotPlacedBy(db, config.Provider, config.Model).CountAsync(cancellationToken);
        var dimensions = await db.PassageEmbeddings.Where(row => row.Provider == config.Provider && row.Model == config.Model)
            .Select(row => (int?)row.Dimensions).FirstOrDefaultAsync(cancellationToken);
        return new IndexState(config.Provider, config.Model, dimensions, memos - missing, memos);
    }
}
