using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>Places memories where they are found by meaning, by the model that search goes by and by the one that is to come.</summary>
internal sealed class MemoryIndex(IDbContextFactory<MosaicDb> databases, AiEmbedder ai, AiConfigs configs, TimeProvider clock)
{
    /// <summary>Places those of these memories that are not placed yet. Told how far it is, 0 to 1.</summary>
    /// <exception cref="AiException">The model could not be asked; what was placed before stays.</exception>
    public async Task PlaceAsync(Guid userId, IReadOnlyList<Guid> memoryIds, Func<double, Task>? progress, CancellationToken cancellationToken)
    {
        var models = await configs.PlacingAsync(cancellationToken);
        var done = 0;
        foreach (var config in models)
            foreach (var batch in memoryIds.Chunk(AiEmbedder.BatchSize))
            {
                await PlaceAsync(config, userId, batch, cancellationToken);
                done += batch.Length;
                if (progress is not null) await progress((double)done / (models.Count * memoryIds.Count));
            }
    }

    /// <summary>Memories of everybody that this model has not placed, a batch of one person's at a time.</summary>
    /// <exception cref="AiException">The model could not be asked; for somebody's budget only when all others are done.</exception>
    public async Task PlaceMissingAsync(AiConfig config, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var missing = await db.Memories.Where(memory => memory.Kind != MemoryKind.Summary
                && !db.MemoryEmbeddings.Any(row => row.MemoryId == memory.Id && row.Provider == config.Provider && row.Model == config.Model))
            .OrderBy(memory => memory.UserId).ThenBy(memory => memory.Id).Select(memory => new { memory.UserId, memory.Id }).ToListAsync(cancellationToken);
        AiException? spent = null;
        foreach (var person in missing.GroupBy(memory => memory.UserId, memory => memory.Id))
        {
            try
            {
                foreach (var batch in person.Chunk(AiEmbedder.BatchSize)) await PlaceAsync(config, person.Key, batch, cancellationToken);
            }
            catch (AiException failed) when (failed.Fault == AiFault.Budget)
            {
                // Others have tokens left.
                spent = failed;
            }
        }
        if (spent is not null) throw spent;
    }

    private async Task PlaceAsync(AiConfig config, Guid userId, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var memories = await db.Memories.OwnedBy(userId).Where(memory => ids.Contains(memory.Id)).Select(memory => new { memory.Id, memory.Content }).ToListAsync(cancellationToken);
        var placed = (await db.MemoryEmbeddings.Where(row => ids.Contains(row.MemoryId) && row.Provider == config.Provider && row.Model == config.Model)
            .Select(row => new { row.MemoryId, row.SourceHash }).ToListAsync(cancellationToken)).ToLookup(row => row.MemoryId, row => row.SourceHash);
        var missing = memories.Where(memory => !placed[memory.Id].Contains(HashOf(memory.Content))).ToList();
        if (missing.Count == 0) return;
        var answer = await ai.EmbedAsync(config, userId, [.. missing.Select(memory => new AiSource(Memory.EntityName, memory.Id, memory.Content))], isInteractive: false, cancellationToken);
        await db.WriteMemoryVectorsAsync(userId, answer.Model.Provider, answer.Model.Model,
            [.. missing.Select((memory, index) => new PlacedMemory(memory.Id, memory.Content, HashOf(memory.Content), answer.Vectors[index]))], clock.GetUtcNow(), cancellationToken);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
