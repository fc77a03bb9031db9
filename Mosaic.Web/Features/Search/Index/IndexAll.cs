using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>
/// Puts every memo that the embedding model of today has not placed into the index. What other models placed stays. Begun again, it goes on
/// where it stopped, since what is placed is not placed again.
/// </summary>
internal sealed class IndexAll(MemoIndex index, AiConfigs configs, IDbContextFactory<MosaicDb> databases, TimeProvider clock) : IJobHandler
{
    public const string Kind = "search.index-all";
    public const string Title = "Index all memos for search by meaning";

    private const int PageSize = 100;

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var config = await configs.GetAsync(AiPurpose.Embedding, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var missing = db.Indexable().NotPlacedBy(db, config.Provider, config.Model);
        var total = await missing.CountAsync(cancellationToken);
        var spent = new HashSet<Guid>();
        var (after, seen) = (Guid.Empty, 0);
        while (true)
        {
            var page = await missing.Where(memo => memo.Id > after).OrderBy(memo => memo.Id).Take(PageSize).Select(memo => new { memo.Id, memo.UserId }).ToListAsync(cancellationToken);
            if (page.Count == 0) break;
            foreach (var memo in page)
            {
                if (!spent.Contains(memo.UserId) && !await TryAsync(memo.UserId, memo.Id, cancellationToken)) spent.Add(memo.UserId);
                after = memo.Id;
                seen++;
            }
            await run.ShowProgressAsync((double)seen / Math.Max(seen, total), cancellationToken);
        }
        return spent.Count == 0 ? JobResult.Done : JobResult.WaitUntil(clock.GetUtcNow().AddHours(6), "Somebody's AI tokens are used up; the rest of their memos follows.");
    }

    /// <summary>False when the person's budget is used up.</summary>
    private async Task<bool> TryAsync(Guid userId, Guid memoId, CancellationToken cancellationToken)
    {
        try
        {
            await index.IndexAsync(userId, memoId, cancellationToken);
            return true;
        }
        catch (AiException failed) when (failed.Fault is AiFault.Budget or AiFault.KeptFromAi)
        {
            return failed.Fault == AiFault.KeptFromAi;
        }
    }
}
