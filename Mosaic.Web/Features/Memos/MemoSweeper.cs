using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Settings;
using Mosaic.Web.Platform.Upkeep;

namespace Mosaic.Web.Features.Memos;

/// <summary>Deletes for good the memos that have been in the trash for its time, files taken off a memo as long ago, and bytes nobody needs; counts memos.</summary>
internal sealed class MemoSweeper(
    IDbContextFactory<MosaicDb> databases, FileCleaner files, AppSettingsReader settings, TimeProvider clock, ILogger<MemoSweeper> logger) : HourlySweeper(clock, logger)
{
    private readonly TimeProvider _clock = clock;

    public override async Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var due = _clock.GetUtcNow().AddDays(-(await settings.GetAsync(cancellationToken)).TrashDays);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var memos = await db.Memos.Where(memo => memo.DeletedAt < due).ExecuteDeleteAsync(cancellationToken);
        await db.Resources.Where(file => file.DeletedAt < due).ExecuteDeleteAsync(cancellationToken);
        await files.DeleteUnusedAsync(cancellationToken);
        return memos;
    }
}
