using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Memos;

namespace Mosaic.Data.Diary;

/// <summary>How pages, moods and the memos of days are asked for. Every query begins with its owner.</summary>
public static class DiaryQueries
{
    public static IQueryable<DiaryPage> OwnedBy(this IQueryable<DiaryPage> pages, Guid userId) => pages.Where(page => page.UserId == userId);

    /// <summary>Those that are not in the trash.</summary>
    public static IQueryable<DiaryPage> Living(this IQueryable<DiaryPage> pages) => pages.Where(page => page.DeletedAt == null);

    public static IQueryable<DiaryPage> Between(this IQueryable<DiaryPage> pages, DateOnly from, DateOnly to) => pages.Where(page => page.Date >= from && page.Date <= to);

    public static IQueryable<MoodEntry> LivingOf(this IQueryable<MoodEntry> entries, Guid userId) => entries.Where(entry => entry.UserId == userId && entry.DeletedAt == null);

    /// <summary>Pages for lists, oldest first.</summary>
    public static IQueryable<DiaryLine> AsLines(this IQueryable<DiaryPage> pages) => pages.AsNoTracking().OrderBy(page => page.Date).Select(page => new DiaryLine(
        page.Date, page.Id, page.Summary.Substring(0, DiaryLine.ExcerptLength), page.MoodKey, page.MoodScore, page.GenerationSource, page.State, page.AutoGenerationLocked, page.RevisionCount));

    /// <summary>Those given to everybody and the person's own, best first.</summary>
    public static IQueryable<Mood> ForPerson(this IQueryable<Mood> moods, Guid userId) => moods.AsNoTracking().Where(mood => mood.UserId == null || mood.UserId == userId)
        .OrderBy(mood => mood.UserId != null).ThenByDescending(mood => mood.Level).ThenBy(mood => mood.Id);

    /// <summary>Whether a person can pick the mood of this key.</summary>
    public static async Task<bool> HasMoodAsync(this MosaicDb db, Guid userId, string key, CancellationToken cancellationToken) =>
        key.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-') && await db.Moods.ForPerson(userId).AnyAsync(mood => mood.Key == key, cancellationToken);

    /// <summary>The memos written between two instants or archived with a day between the dates of them, oldest first.</summary>
    public static IQueryable<DayMemo> DayMemos(this MosaicDb db, Guid userId, DateTimeOffset from, DateTimeOffset before, DateOnly first, DateOnly last) =>
        db.Memos.AsNoTracking().OwnedBy(userId).Living()
            .Where(memo => memo.DiaryDate == null ? memo.CreatedAt >= from && memo.CreatedAt < before : memo.DiaryDate >= first && memo.DiaryDate <= last)
            .OrderBy(memo => memo.CreatedAt).ThenBy(memo => memo.Id)
            .Select(memo => new DayMemo(
                memo.Id, memo.CreatedAt, memo.DiaryDate, memo.AiExcluded, memo.IsArchived, memo.Content.Length, memo.Tags,
                db.MemoRevisions.Where(revision => revision.MemoId == memo.Id && revision.RevisionNumber == memo.RevisionCount).Max(revision => (DateTimeOffset?)revision.CreatedAt) ?? memo.CreatedAt));

    /// <summary>Lets one who writes the page of a day wait for another, also while there is none yet.</summary>
    public static Task LockDayAsync(this MosaicDb db, Guid userId, DateOnly date, CancellationToken cancellationToken)
    {
        var day = $"diary {userId:N} {date:yyyyMMdd}";
        return db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({day}, 0))", cancellationToken);
    }

    /// <summary>Writes down what was decided about a day, in place of what was decided before.</summary>
    public static Task DecideAsync(this MosaicDb db, DiaryNight night, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO diary_nights (user_id, date, outcome, reason, read_at) VALUES ({night.UserId}, {night.Date}, {night.Outcome}, {night.Reason}, {night.ReadAt})
        ON CONFLICT (user_id, date) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason, read_at = excluded.read_at
        """, cancellationToken);
}
