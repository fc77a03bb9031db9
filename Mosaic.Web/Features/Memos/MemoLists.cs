using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Telemetry;

namespace Mosaic.Web.Features.Memos;

/// <summary>Reads memos in pages, and what stands beside the list.</summary>
public sealed class MemoLists(IDbContextFactory<MosaicDb> databases, TimeProvider clock)
{
    public const int PageSize = 30;

    /// <summary>The next page, newest first. Pinned memos come once, with the first page.</summary>
    public async Task<MemoListPage> ReadAsync(Guid userId, MemoFilter filter, MemoCursor? after = null, CancellationToken cancellationToken = default)
    {
        using var activity = MosaicActivity.Start("Memos", "Read");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var memos = Matching(db, userId, filter);
        var inTrash = filter.Place == MemoPlace.Trash;
        var pinned = after is null && !inTrash
            ? await memos.Where(memo => memo.IsPinned).NewestAfter(null).Take(PageSize).AsExcerpts(db).ToListAsync(cancellationToken)
            : [];
        var rest = inTrash ? memos.DeletedLastAfter(after) : memos.Where(memo => !memo.IsPinned).NewestAfter(after);
        var page = await rest.Take(PageSize + 1).AsExcerpts(db).ToListAsync(cancellationToken);
        var hasMore = page.Count > PageSize;
        if (hasMore) page.RemoveAt(PageSize);
        var next = hasMore ? new MemoCursor(inTrash ? page[^1].DeletedAt!.Value : page[^1].CreatedAt, page[^1].Id) : null;
        return new MemoListPage(await db.WithRepliesAsync(userId, pinned, cancellationToken), await db.WithRepliesAsync(userId, page, cancellationToken), next);
    }

    /// <summary>The next memos with their whole text, newest first (in the trash, deleted last first), pinned or not; for programs.</summary>
    public async Task<(IReadOnlyList<MemoCard> Memos, MemoCursor? Next)> PageAsync(
        Guid userId, MemoFilter filter, MemoCursor? after, int size, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var inTrash = filter.Place == MemoPlace.Trash;
        var memos = inTrash ? Matching(db, userId, filter).DeletedLastAfter(after) : Matching(db, userId, filter).NewestAfter(after);
        var page = await memos.Take(size + 1).AsCards(db).ToListAsync(cancellationToken);
        if (page.Count <= size) return (page, null);
        page.RemoveAt(size);
        return (page, new MemoCursor(inTrash ? page[^1].DeletedAt!.Value : page[^1].CreatedAt, page[^1].Id));
    }

    /// <summary>The memo if the filter lets it through; for a list that hears of a change.</summary>
    public async Task<MemoCard?> FindAsync(Guid userId, MemoFilter filter, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await Matching(db, userId, filter).Where(memo => memo.Id == id).AsExcerpts(db).ToListAsync(cancellationToken);
        return (await db.WithRepliesAsync(userId, found, cancellationToken)).SingleOrDefault();
    }

    public async Task<int> CountAsync(Guid userId, MemoFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Matching(db, userId, filter).CountAsync(cancellationToken);
    }

    /// <summary>The memos that name this one, newest first.</summary>
    public async Task<IReadOnlyList<MemoCard>> LinkingToAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Memos.OwnedBy(userId).Living().Where(memo => db.MemoLinks.Any(link => link.ToMemoId == id && link.FromMemoId == memo.Id))
            .NewestAfter(null).Take(100).AsExcerpts(db).ToListAsync(cancellationToken);
    }

    /// <summary>How many memos were written on each day of the month that holds <paramref name="month"/>.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, int>> CountByDayAsync(Person person, DateOnly month, CancellationToken cancellationToken = default)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var (from, before) = (person.StartOf(first), person.StartOf(first.AddMonths(1)));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var times = await db.Memos.OwnedBy(person.Id).Living().Where(memo => memo.CreatedAt >= from && memo.CreatedAt < before)
            .Select(memo => memo.CreatedAt).ToListAsync(cancellationToken);
        return times.CountBy(person.DayOf).ToDictionary();
    }

    /// <summary>What the person wrote on this calendar day of the latest earlier year that has something.</summary>
    public async Task<IReadOnlyList<MemoCard>> OnThisDayAsync(Person person, CancellationToken cancellationToken = default)
    {
        var today = person.DayOf(clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        for (var year = today.Year - 1; year > today.Year - 11; year--)
        {
            var day = new DateOnly(year, today.Month, Math.Min(today.Day, DateTime.DaysInMonth(year, today.Month)));
            var (from, before) = (person.StartOf(day), person.StartOf(day.AddDays(1)));
            var memos = await db.Memos.OwnedBy(person.Id).Living().Where(memo => memo.CreatedAt >= from && memo.CreatedAt < before)
                .NewestAfter(null).Take(3).AsExcerpts(db).ToListAsync(cancellationToken);
            if (memos.Count > 0) return memos;
        }
        return [];
    }

    private static IQueryable<Memo> Matching(MosaicDb db, Guid userId, MemoFilter filter)
    {
        var memos = db.Memos.OwnedBy(userId).Matching(filter);
        return filter.HasFiles ? memos.WithFiles(db) : memos;
    }
}
