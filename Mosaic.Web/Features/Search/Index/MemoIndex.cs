using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>Puts memos where they are found by meaning: cuts them into passages and asks the embedding model for their places.</summary>
internal sealed partial class MemoIndex(IDbContextFactory<MosaicDb> databases, AiEmbedder ai, AiConfigs configs, Live live, TimeProvider clock, ILogger<MemoIndex> logger)
{
    private static readonly string Kind = Memo.EntityName;

    /// <summary>False when the memo is kept from AI, in the trash, gone, or was changed meanwhile: nothing is written then.</summary>
    public async Task<bool> IndexAsync(Guid userId, Guid memoId, CancellationToken cancellationToken)
    {
        var models = await configs.PlacingAsync(cancellationToken);
        var isIndexed = (await IndexAsync(models[0], userId, [memoId], cancellationToken)).Count > 0;
        if (isIndexed && models.Count > 1) await PlaceAsBeforeAsync(models[1], userId, memoId, cancellationToken);
        return isIndexed;
    }

    /// <summary>Memos of one person, all with as few calls and statements as one; answers with those for which it is not false.</summary>
    /// <exception cref="AiException">Among others, that one of them was kept from AI meanwhile: nothing is written then.</exception>
    public async Task<IReadOnlySet<Guid>> IndexAsync(Guid userId, IReadOnlyList<Guid> memoIds, CancellationToken cancellationToken) =>
        await IndexAsync(await configs.GetAsync(AiPurpose.Embedding, cancellationToken), userId, memoIds, cancellationToken);

    /// <summary>The model that search still goes by should know the memo too; it may be the very reason why there is another one now that it does not answer.</summary>
    private async Task PlaceAsBeforeAsync(AiConfig before, Guid userId, Guid memoId, CancellationToken cancellationToken)
    {
        try
        {
            await IndexAsync(before, userId, [memoId], cancellationToken);
        }
        catch (AiException failed)
        {
            LogNotPlaced(failed.Fault);
        }
    }

    private async Task<IReadOnlySet<Guid>> IndexAsync(AiConfig config, Guid userId, IReadOnlyList<Guid> memoIds, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var memos = await ReadAsync(db, userId, memoIds, cancellationToken);
        if (memos.Count == 0) return new HashSet<Guid>();
        Guid[] ids = [.. memos.Select(memo => memo.Text.SourceId)];
        var placed = await db.PlacedAsync(userId, Kind, ids, config.Provider, config.Model, cancellationToken);
        var missing = memos.SelectMany(memo => memo.Text.Passages.Where(passage => placed.GetValueOrDefault((memo.Text.SourceId, passage.Position)) != passage.Hash)
            .Select(passage => new Missing(memo.Text.SourceId, memo.Revision, passage))).ToList();
        var vectors = await PlaceAsync(config, userId, missing, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.LockForIndexAsync(userId, ids, [.. memos.Select(memo => memo.Revision)], cancellationToken);
        if (locked.Count == 0) return locked;
        await db.WritePassagesAsync(userId, Kind, [.. memos.Select(memo => memo.Text).Where(text => locked.Contains(text.SourceId))], cancellationToken);
        foreach (var batch in vectors.GroupBy(vector => vector.Model, vector => vector.Place))
            await db.WriteVectorsAsync(userId, batch.Key.Provider, batch.Key.Model, [.. batch.Where(place => locked.Contains(place.SourceId))], clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (vectors.Count > 0) await live.AnnounceAsync(Topics.Passages(userId), "", cancellationToken);
        return locked;
    }

    private static async Task<List<Cut>> ReadAsync(MosaicDb db, Guid userId, IReadOnlyList<Guid> memoIds, CancellationToken cancellationToken)
    {
        var memos = await db.Indexable().Where(memo => memoIds.Contains(memo.Id) && memo.UserId == userId)
            .Select(memo => new { memo.Id, memo.Content, memo.RevisionCount }).ToListAsync(cancellationToken);
        return [.. memos.Select(memo => new Cut(
            new SourcePassages(memo.Id, [.. PassageCutter.Cut(memo.Content).Select((text, position) => new PassageText(position, text))]), memo.RevisionCount))];
    }

    private async Task<List<(EmbeddingModel Model, PlacedPassage Place)>> PlaceAsync(AiConfig config, Guid userId, List<Missing> passages, CancellationToken cancellationToken)
    {
        var placed = new List<(EmbeddingModel, PlacedPassage)>(passages.Count);
        foreach (var batch in passages.Chunk(AiEmbedder.BatchSize))
        {
            var texts = batch.Select(missing => new AiSource(Kind, missing.MemoId, missing.Passage.Text) { Revision = missing.Revision }).ToList();
            var answer = await ai.EmbedAsync(config, userId, texts, isInteractive: false, cancellationToken);
            placed.AddRange(batch.Select((missing, index) =>
                (answer.Model, new PlacedPassage(Kind, missing.MemoId, missing.Passage.Position, missing.Passage.Hash, answer.Vectors[index]))));
        }
        return placed;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The embedding model of before did not place a memo ({Fault}): search finds it by its words until the new one has placed everything.")]
    private partial void LogNotPlaced(AiFault fault);

    private sealed record Cut(SourcePassages Text, int Revision);

    private sealed record Missing(Guid MemoId, int Revision, PassageText Passage);
}
