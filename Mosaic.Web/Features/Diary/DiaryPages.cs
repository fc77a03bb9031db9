using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;

namespace Mosaic.Web.Features.Diary;

/// <summary>Reads many pages with their whole texts: for programs and for print.</summary>
public sealed class DiaryPages(IDbContextFactory<MosaicDb> databases)
{
    /// <summary>Those of some days, both included, oldest first, without the trash.</summary>
    public async Task<IReadOnlyList<DiaryPage>> ListAsync(Guid userId, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.DiaryPages.AsNoTracking().OwnedBy(userId).Living().Between(from, to).OrderBy(page => page.Date).ToListAsync(cancellationToken);
    }

    /// <summary>The days that have one, oldest first, without the trash.</summary>
    public async Task<IReadOnlyList<DateOnly>> DatesAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.DiaryPages.OwnedBy(userId).Living().OrderBy(page => page.Date).Select(page => page.Date).ToListAsync(cancellationToken);
    }
}
