using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Settings;
using Mosaic.Web.Platform.Upkeep;

namespace Mosaic.Web.Features.Diary;

/// <summary>Deletes for good the pages and check-ins that have been in the trash for its time.</summary>
internal sealed class DiarySweeper(IDbContextFactory<MosaicDb> databases, AppSettingsReader settings, TimeProvider clock, ILogger<DiarySweeper> logger) : HourlySweeper(clock, logger)
{
    private readonly TimeProvider _clock = clock;

    public override async Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var due = _clock.GetUtcNow().AddDays(-(await settings.GetAsync(cancellationToken)).TrashDays);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.DiaryPages.Where(page => page.DeletedAt < due).ExecuteDeleteAsync(cancellationToken)
            + await db.MoodEntries.Where(entry => entry.DeletedAt < due).ExecuteDeleteAsync(cancellationToken);
    }
}
