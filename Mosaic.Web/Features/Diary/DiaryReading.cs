using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Features.Diary.Drafts;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Features.Diary.Nights;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Diary;

/// <summary>Reads days as people look at them.</summary>
public sealed class DiaryReading(IDbContextFactory<MosaicDb> databases, DraftDesk drafts)
{
    private const int ExcerptLength = 600;

    public async Task<DayView> DayAsync(Person person, DateOnly date, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var pages = db.DiaryPages.AsNoTracking().OwnedBy(person.Id);
        var page = await pages.SingleOrDefaultAsync(page => page.Date == date, cancellationToken);
        var checkIns = await db.MoodEntries.AsNoTracking().LivingOf(person.Id).Where(entry => entry.Date == date).OrderBy(entry => entry.At).ToListAsync(cancellationToken);
        var memos = await db.DayAsync(person, date, cancellationToken);
        return new DayView(date)
        {
            Page = page,
            Mood = page is { DeletedAt: null } ? DayMood.Of(page.MoodKey, page.MoodScore, page.State == DiaryState.Kept, checkIns) : DayMood.Of(null, checkIns),
            Memos = await ExcerptsAsync(db, person.Id, memos, cancellationToken),
            CheckIns = checkIns,
            Provenance = DraftProvenance.Of(page?.Provenance),
            Sources = page is null ? [] : await SourcesAsync(db, page, cancellationToken),
            NewerMemos = page is null ? 0 : memos.Count(memo => memo.ChangedAt > page.ReadAt),
            Night = await db.DiaryNights.AsNoTracking().SingleOrDefaultAsync(night => night.UserId == person.Id && night.Date == date, cancellationToken),
            Progress = await drafts.FindAsync(person.Id, date, cancellationToken),
            DueAt = person.DueAt(date),
            OtherYears = [.. (await pages.Living().Where(other => other.Date.Month == date.Month && other.Date.Day == date.Day && other.Date != date)
                .AsLines().ToListAsync(cancellationToken)).OrderByDescending(line => line.Date)],
            Before = await pages.Living().Where(other => other.Date < date).MaxAsync(other => (DateOnly?)other.Date, cancellationToken),
            After = await pages.Living().Where(other => other.Date > date).MinAsync(other => (DateOnly?)other.Date, cancellationToken),
        };
    }

    /// <summary>What is known of some days, both included: pages, moods, tags.</summary>
    public async Task<IReadOnlyList<DayLine>> DaysAsync(Person person, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var pages = await db.DiaryPages.OwnedBy(person.Id).Living().Between(from, to).AsLines().ToDictionaryAsync(page => page.Date, cancellationToken);
        var checkIns = (await db.MoodEntries.AsNoTracking().LivingOf(person.Id).Where(entry => entry.Date >= from && entry.Date <= to)
            .OrderBy(entry => entry.At).ToListAsync(cancellationToken)).ToLookup(entry => entry.Date);
        var memos = await db.DaysAsync(person, from, to, cancellationToken);
        return [.. pages.Keys.Union(checkIns.Select(day => day.Key)).Union(memos.Select(day => day.Key)).Where(date => date >= from && date <= to).Order().Select(date => new DayLine(
            date, pages.GetValueOrDefault(date), DayMood.Of(pages.GetValueOrDefault(date), [.. checkIns[date]]), [.. checkIns[date]],
            [.. memos[date].SelectMany(memo => memo.Tags).Distinct().Order(StringComparer.Ordinal)], memos[date].Count()))];
    }

    /// <summary>The first day that has a page or a check-in; null when none has.</summary>
    public async Task<DateOnly?> FirstDayAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var page = await db.DiaryPages.OwnedBy(userId).Living().MinAsync(page => (DateOnly?)page.Date, cancellationToken);
        var checkIn = await db.MoodEntries.LivingOf(userId).MinAsync(entry => (DateOnly?)entry.Date, cancellationToken);
        return page is null || checkIn < page ? checkIn ?? page : page;
    }

    private static async Task<IReadOnlyList<WrittenMemo>> ExcerptsAsync(MosaicDb db, Guid userId, IReadOnlyList<DayMemo> memos, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. memos.Select(memo => memo.Id)];
        return await db.Memos.AsNoTracking().OwnedBy(userId).Where(memo => ids.Contains(memo.Id)).OrderBy(memo => memo.CreatedAt).ThenBy(memo => memo.Id)
            .Select(memo => new WrittenMemo(memo.Id, memo.CreatedAt, memo.Content.Substring(0, ExcerptLength), memo.AiExcluded, memo.IsArchived)).ToListAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<SourceMemo>> SourcesAsync(MosaicDb db, DiaryPage page, CancellationToken cancellationToken)
    {
        var found = await db.Memos.AsNoTracking().OwnedBy(page.UserId).Where(memo => page.GeneratedFromMemoIds.Contains(memo.Id))
            .Select(memo => new
            {
                memo.Id,
                memo.AiExcluded,
                IsTrashed = memo.DeletedAt != null,
                IsChanged = db.MemoRevisions.Any(revision => revision.MemoId == memo.Id && revision.RevisionNumber == memo.RevisionCount && revision.CreatedAt > page.ReadAt),
            }).ToDictionaryAsync(memo => memo.Id, cancellationToken);
        return [.. page.GeneratedFromMemoIds.Select(id => new SourceMemo(id, found.GetValueOrDefault(id) switch
        {
            null => SourceState.Gone,
            { IsTrashed: true } => SourceState.InTrash,
            { AiExcluded: true } => SourceState.KeptFromAi,
            { IsChanged: true } => SourceState.Changed,
            _ => SourceState.There,
        }))];
    }
}
