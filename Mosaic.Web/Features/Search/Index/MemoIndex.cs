using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>Puts a memo where it is found by meaning: cuts it into passages and asks the embedding model for their places.</summary>
internal sealed class MemoIndex(IDbContextFactory<MosaicDb> databases, AiEmbedder ai, AiConfigs configs, TimeProvider clock)
{
    private static readonly string Kind = Memo.EntityName;

    /// <summary>False when the memo is kept from AI, in the trash, gone, or was changed meanwhile: nothing is written then.</summary>
    public async Task<bool> IndexAsync(Guid userId, Guid memoId, CancellationToken cancellationToken)
    {
        var config = await configs.GetAsync(AiPurpose.Embedding, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var memo = await db.Indexable().Where(memo => memo.Id == memoId && memo.UserId == userId)
            .Select(memo => new { memo.Content, memo.RevisionCount }).SingleOrDefaultAsync(cancellationToken);
        if (memo is null) return false;
        PassageText[] passages = [.. PassageCutter.Cut(memo.Content).Select((text, position) => new PassageText(position, text))];
        var placed = await db.PlacedAsync(userId, Kind, memoId, config.Provider, config.Model, cancellationToken);
        var missing = passages.Where(passage => placed.GetValueOrDefault(passage.Position) != passage.Hash).ToList();
        var vectors = await PlaceAsync(userId, memoId, memo.RevisionCount, missing, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.LockForIndexAsync(userId, memoId, memo.RevisionCount, cancellationToken)) return false;
        await db.WritePassagesAsync(userId, Kind, memoId, passages, cancellationToken);
        foreach (var (model, batch) in vectors) await db.WriteVectorsAsync(userId, model.Provider, model.Model, batch, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<List<(EmbeddingModel Model, PlacedPassage[] Batch)>> PlaceAsync(
        Guid userId, Guid memoId, int revision, List<PassageText> passages, CancellationToken cancellationToken)
    {
        var placed = new List<(EmbeddingModel, PlacedPassage[])>();
        foreach (var batch in passages.Chunk(AiEmbedder.BatchSize))
        {
            var texts = batch.Select(passage => new AiSource(Kind, memoId, passage.Text) { Revision = revision }).ToList();
            var answer = await ai.EmbedAsync(userId, texts, isInteractive: false, cancellationToken);
            placed.Add((answer.Model, [.. batch.Select((passage, index) => new PlacedPassage(Kind, memoId, passage.Position, passage.Hash, answer.Vectors[index]))]));
        }
        return placed;
    }
}
