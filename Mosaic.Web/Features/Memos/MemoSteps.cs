using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos;

/// <summary>Puts in what is to be done after memos were saved, as part of the saving.</summary>
public sealed class MemoSteps(IEnumerable<IAfterMemoSaved> steps, TimeProvider clock)
{
    private readonly IReadOnlyList<IAfterMemoSaved> _steps = [.. steps.OrderBy(step => step.Order)];

    /// <summary>Does nothing afterwards.</summary>
    public static MemoSteps None { get; } = new([], TimeProvider.System);

    /// <summary>For those of these memos, all of one person, that AI may read.</summary>
    public async Task EnqueueAsync(MosaicDb db, Guid[] ids, CancellationToken cancellationToken) => await EnqueueAsync(
        db,
        await db.Memos.Living().Where(memo => ids.Contains(memo.Id) && !memo.AiExcluded).OrderBy(memo => memo.Id)
            .Select(memo => new SavedMemo(memo.UserId, memo.Id, memo.RevisionCount, memo.Content.Length, memo.Tags.Length > 0, memo.CreatedAt)).ToListAsync(cancellationToken),
        cancellationToken);

    public async Task EnqueueAsync(MosaicDb db, IReadOnlyList<SavedMemo> memos, CancellationToken cancellationToken)
    {
        if (memos.Count == 0) return;
        var jobs = new List<NewJob>();
        foreach (var step in _steps) jobs.AddRange(await step.JobsAsync(memos, cancellationToken));
        await db.EnqueueAsync(jobs, clock.GetUtcNow(), cancellationToken);
    }
}
