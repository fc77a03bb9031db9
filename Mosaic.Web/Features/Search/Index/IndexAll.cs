using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>
/// Puts every memo that the embedding model of today has not placed into the index. What other models placed stays. Begun again, it goes on
/// where it stopped, since what is placed is not placed again.
/// </summary>
internal sealed class IndexAll(MemoIndex index, AiConfigs configs, Reindexing reindexing, AppSettingsReader settings, PlacingService others, IDbContextFactory<MosaicDb> databases, TimeProvider clock) : IJobHandler
{
    public const string Kind = "search.index-all";
    public const string Title = "Index all memos for search by meaning";

    /// <summary>While one batch is written, others are placed.</summary>
    private const int AtOnce = 4;

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var config = await configs.GetAsync(AiPurpose.Embedding, cancellationToken);
        var missing = new MissingMemos(databases, config);
        var (total, seen, shown) = (await missing.CountAsync(cancellationToken), 0, 0);
        var spent = new ConcurrentDictionary<Guid, bool>();
        var isPaused = false;
        await Parallel.ForEachAsync(missing.BatchesAsync(userId => isPaused || spent.ContainsKey(userId), cancellationToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (batch, token) =>
        {
            if (isPaused |= (await settings.GetAsync(token)).IsIndexingPaused) return;
            if (!spent.ContainsKey(batch.UserId) && !await TryAsync(batch.UserId, batch.MemoIds, token)) spent[batch.UserId] = true;
            var now = Interlocked.Add(ref seen, batch.MemoIds.Count);
            // One word a hundredth is enough for whoever looks.
            var hundredth = (int)(100L * now / Math.Max(now, total));
            if (hundredth > Interlocked.Exchange(ref shown, Math.Max(hundredth, Volatile.Read(ref shown)))) await run.ShowProgressAsync(hundredth / 100.0, token);
        });
        if (isPaused) return JobResult.WaitUntil(clock.GetUtcNow().AddDays(1), "An admin paused it.");
        var areOthersPlaced = await others.TryAsync(config, cancellationToken);
        if (!spent.IsEmpty || !areOthersPlaced) return JobResult.WaitUntil(clock.GetUtcNow().AddHours(6), "Somebody's AI tokens are used up; the rest of their texts follows.");
        await reindexing.EndAsync(config, cancellationToken);
        return JobResult.Done;
    }

    /// <summary>False when the person's budget is used up.</summary>
    private async Task<bool> TryAsync(Guid userId, IReadOnlyList<Guid> memoIds, CancellationToken cancellationToken)
    {
        try
        {
            await index.IndexAsync(userId, memoIds, cancellationToken);
            return true;
        }
        catch (AiException failed) when (failed.Fault is AiFault.Budget or AiFault.KeptFromAi && memoIds.Count > 1)
        {
            // One of them was kept from AI in this moment, or what is left of the budget is enough for some.
            foreach (var memoId in memoIds)
                if (!await TryAsync(userId, [memoId], cancellationToken)) return false;
            return true;
        }
        catch (AiException failed) when (failed.Fault is AiFault.Budget or AiFault.KeptFromAi)
        {
            return failed.Fault == AiFault.KeptFromAi;
        }
    }
}
