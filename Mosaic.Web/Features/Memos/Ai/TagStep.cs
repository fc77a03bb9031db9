using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Memos.Ai;

/// <summary>Tags for memos that have none.</summary>
internal sealed class TagStep(AppSettingsReader settings) : IAfterMemoSaved
{
    public int Order => 10;

    public async ValueTask<IReadOnlyList<NewJob>> JobsAsync(IReadOnlyList<SavedMemo> memos, CancellationToken cancellationToken) =>
        !(await settings.GetAsync(cancellationToken)).AutoTag ? []
        : [.. memos.Where(memo => !memo.HasTags).Select(memo => new NewJob(ProposeTags.Kind, memo.Id.ToString(), memo.UserId, JobPayload.Of(new MemoJob(memo.Id))))];
}
