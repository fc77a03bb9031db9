using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Memos.Ai;

/// <summary>A summary for memos that are long enough to need one.</summary>
internal sealed class SummaryStep(AppSettingsReader settings) : IAfterMemoSaved
{
    public int Order => 20;

    public async ValueTask<IReadOnlyList<NewJob>> JobsAsync(IReadOnlyList<SavedMemo> memos, CancellationToken cancellationToken) =>
        !(await settings.GetAsync(cancellationToken)).AutoSummary ? []
        : [.. memos.Where(memo => memo.Length >= Summarise.LeastLength)
            .Select(memo => new NewJob(Summarise.Kind, memo.Id.ToString(), memo.UserId, JobPayload.Of(new MemoJob(memo.Id))))];
}
