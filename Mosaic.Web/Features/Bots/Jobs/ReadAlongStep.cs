using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Bots.Jobs;

/// <summary>Bots that read along look at every memo that is saved.</summary>
internal sealed class ReadAlongStep(AppSettingsReader settings, IDbContextFactory<MosaicDb> databases, TimeProvider clock) : IAfterMemoSaved
{
    public int Order => 40;

    public async ValueTask<IReadOnlyList<NewJob>> JobsAsync(IReadOnlyList<SavedMemo> memos, CancellationToken cancellationToken)
    {
        if (!(await settings.GetAsync(cancellationToken)).AutoReply) return [];
        var userId = memos[0].UserId;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Bots.OwnedBy(userId).Living().AnyAsync(bot => bot.AutoReply, cancellationToken)) return [];
        return [.. memos.Select(memo => new NewJob(ReadAlong.Kind, memo.Id.ToString(), userId, JobPayload.Of(new ReadAlong.Work(memo.Id, clock.GetUtcNow()))))];
    }
}
