using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;

namespace Mosaic.Web.Features.Diary.History;

/// <summary>What a page said before. Bringing a text back makes a new revision.</summary>
public sealed class DiaryHistory(IDbContextFactory<MosaicDb> databases, DiaryService diaries)
{
    public const int PageSize = 50;

    /// <summary>The newest first, below <paramref name="before"/>; none when there is no such page.</summary>
    public async Task<IReadOnlyList<DiaryRevision>> ListAsync(Guid userId, DateOnly date, int? before = null, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Of(db, userId, date).Where(revision => before == null || revision.RevisionNumber < before)
            .OrderByDescending(revision => revision.RevisionNumber).Take(PageSize).ToListAsync(cancellationToken);
    }

    /// <summary>Brings back what a page said, as the person's own word now.</summary>
    /// <param name="userId">Whose page.</param>
    /// <param name="date">Of which day.</param>
    /// <param name="number">Which revision.</param>
    /// <param name="seen">The newest revision the person saw; where there is a newer one, nothing happens.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DiaryResult> RestoreAsync(Guid userId, DateOnly date, int number, int seen, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Of(db, userId, date).SingleOrDefaultAsync(revision => revision.RevisionNumber == number, cancellationToken) is { } old
            ? await diaries.SaveAsync(userId, new DiaryEdit(date, seen)
            {
                Summary = old.Summary,
                MoodKey = old.MoodKey,
                MoodScore = old.MoodScore,
                Source = DiaryRevision.Restore,
                RestoredFrom = number,
            }, cancellationToken)
            : new DiaryResult.NotFound();
    }

    private static IQueryable<DiaryRevision> Of(MosaicDb db, Guid userId, DateOnly date) =>
        from revision in db.DiaryRevisions.AsNoTracking()
        join page in db.DiaryPages on revision.DiaryId equals page.Id
        where page.UserId == userId && page.Date == date
        select revision;
}
