using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>Every memo that AI may read is found by meaning.</summary>
internal sealed class IndexStep : IAfterMemoSaved
{
    public int Order => 30;

    public ValueTask<IReadOnlyList<NewJob>> JobsAsync(IReadOnlyList<SavedMemo> memos, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<NewJob>>(
        [.. memos.Select(memo => new NewJob(IndexMemo.Kind, memo.Id.ToString(), memo.UserId, JobPayload.Of(new IndexMemo.Work(memo.Id))))]);
}
