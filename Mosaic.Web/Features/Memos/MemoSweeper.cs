using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Settings;
using Mosaic.Web.Platform.Upkeep;

namespace Mosaic.Web.Features.Memos;

/// <summary>Deletes for good the memos that have been in the trash for its time, files taken off a memo as long ago, and bytes nobody needs; counts memos.</summary>
internal sealed class MemoSweeper(
    IDbContextFactory<MosaicDb> databases, FileCleaner files, AppSettingsReader settings, TimeProvider clock, ILogger<MemoSweeper> logger) : TrashSweeper(databases, settings, clock, logger)
{
    protected override async Task<int> SweepAsync(MosaicDb db, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var memos = await db.Memos.Where(memo => memo.DeletedAt < due).ExecuteDeleteAsync(cancellationToken);
        await db.Resources.Where(file => file.DeletedAt < due).ExecuteDeleteAsync(cancellationToken);
        await files.DeleteUnusedAsync(cancellationToken);
        return memos;
    }
}
