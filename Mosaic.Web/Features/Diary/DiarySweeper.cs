using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Settings;
using Mosaic.Web.Platform.Upkeep;

namespace Mosaic.Web.Features.Diary;

/// <summary>Deletes for good the pages and check-ins that have been in the trash for its time.</summary>
internal sealed class DiarySweeper(IDbContextFactory<MosaicDb> databases, AppSettingsReader settings, TimeProvider clock, ILogger<DiarySweeper> logger) : TrashSweeper(databases, settings, clock, logger)
{
    protected override async Task<int> SweepAsync(MosaicDb db, DateTimeOffset due, CancellationToken cancellationToken) =>
        await db.DiaryPages.Where(page => page.DeletedAt < due).ExecuteDeleteAsync(cancellationToken)
            + await db.MoodEntries.Where(entry => entry.DeletedAt < due).ExecuteDeleteAsync(cancellationToken);
}
