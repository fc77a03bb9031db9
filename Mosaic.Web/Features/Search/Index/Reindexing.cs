using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Ai;
using Mosaic.Data.Jobs;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>The index of meaning as admins see it: how complete it is, and making it anew for another model while the one of before goes on serving.</summary>
public sealed class Reindexing(IDbContextFactory<MosaicDb> databases, AiConfigs configs, AppSettingsReader settings, Platform.Live.Live live, TimeProvider clock)
{
    private static readonly string Embedding = AiPurpose.Embedding.Key();

    /// <summary>Has every memo placed that the model has not placed yet; part of the caller's transaction. Asked twice, it is done once.</summary>
    public Task EnqueueAsync(MosaicDb db, CancellationToken cancellationToken = default) =>
        db.EnqueueAsync([new NewJob(IndexAll.Kind, "all", null)], clock.GetUtcNow(), cancellationToken);

    /// <summary>
    /// Keeps the model that placed everything serving while another one begins; part of the transaction that sets the other one, before it is
    /// written. Changed again meanwhile, the first one stays; changed back to it, nothing is left to do.
    /// </summary>
    /// <param name="db">The caller's.</param>
    /// <param name="provider">Of the model that comes; null for the offline helper.</param>
    /// <param name="model">The model that comes.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    public async Task KeepBeforeAsync(MosaicDb db, string? provider, string? model, CancellationToken cancellationToken = default)
    {
        var rows = await db.ServerAiConfigs.AsNoTracking().Where(row => row.Key == Embedding || row.Key == AiConfig.EmbeddingBefore).ToListAsync(cancellationToken);
        var before = rows.Find(row => row.Key == AiConfig.EmbeddingBefore);
        if (before is not null)
        {
            if (IsOf(before, provider, model)) await db.ServerAiConfigs.Where(row => row.Key == AiConfig.EmbeddingBefore).ExecuteDeleteAsync(cancellationToken);
            return;
        }
        var today = rows.Find(row => row.Key == Embedding) ?? new ServerAiConfig { Key = Embedding, Provider = AiProviders.Offline };
        if (!IsOf(today, provider, model)) db.Add(CopyOf(today, clock.GetUtcNow()));
    }

    /// <summary>Lets a model serve that has placed everything, unless it is no longer the one of today.</summary>
    public async Task EndAsync(AiConfig placed, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var today = await db.ServerAiConfigs.AsNoTracking().SingleOrDefaultAsync(row => row.Key == Embedding, cancellationToken);
        if (!IsOf(today ?? new ServerAiConfig { Key = Embedding, Provider = AiProviders.Offline }, placed.IsOffline ? null : placed.Provider, placed.Model)) return;
        if (await db.ServerAiConfigs.Where(row => row.Key == AiConfig.EmbeddingBefore).ExecuteDeleteAsync(cancellationToken) > 0)
            await live.AnnounceAsync(Topics.Settings, cancellationToken: CancellationToken.None);
    }

    /// <summary>Lets it rest, or go on; part of the caller's transaction, who announces <see cref="Topics.Settings"/> after its commit.</summary>
    public async Task PauseAsync(MosaicDb db, bool isPaused, CancellationToken cancellationToken = default)
    {
        await AppSettingsReader.WriteAsync(db, AppSettingsRows.IndexingPaused, isPaused ? "true" : "false", clock.GetUtcNow(), cancellationToken);
        if (!isPaused) await EnqueueAsync(db, cancellationToken);
    }

    public async Task<IndexState> StateAsync(CancellationToken cancellationToken = default)
    {
        var models = await configs.PlacingAsync(cancellationToken);
        var config = models[0];
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (memos, letters) = await db.IndexSizeAsync(db.Indexable(), cancellationToken);
        var (missing, missingLetters) = await db.IndexSizeAsync(db.Indexable().NotPlacedBy(db, config.Provider, config.Model), cancellationToken);
        var dimensions = await db.PassageEmbeddings.Where(row => row.Provider == config.Provider && row.Model == config.Model)
            .Select(row => (int?)row.Dimensions).FirstOrDefaultAsync(cancellationToken);
        return new IndexState(config.Provider, config.Model, dimensions, memos - missing, memos)
        {
            Tokens = letters / IndexState.LettersAToken,
            TokensLeft = missingLetters / IndexState.LettersAToken,
            Price = config.Options.InputPrice,
            ServedBy = models.Count > 1 ? models[1].Model : null,
            IsPaused = (await settings.GetAsync(cancellationToken)).IsIndexingPaused,
        };
    }

    private static bool IsOf(ServerAiConfig row, string? provider, string? model) =>
        row.Provider == (provider ?? AiProviders.Offline) && (row.Provider == AiProviders.Offline || row.Model == model);

    private static ServerAiConfig CopyOf(ServerAiConfig row, DateTimeOffset now) => new()
    {
        Key = AiConfig.EmbeddingBefore,
        Provider = row.Provider,
        BaseUrl = row.BaseUrl,
        ApiKey = row.ApiKey,
        Model = row.Model,
        TimeoutSeconds = row.TimeoutSeconds,
        Options = row.Options,
        UpdatedAt = now,
    };
}
