using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Diary.CheckIns;

/// <summary>Keeps how a person felt at moments of a day.</summary>
public sealed class CheckInService(IDbContextFactory<MosaicDb> databases, People people, Live live, TimeProvider clock)
{
    /// <summary>The check-ins of some days, both included, in the order of the clock.</summary>
    public async Task<IReadOnlyList<MoodEntry>> ListAsync(Guid userId, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.MoodEntries.AsNoTracking().LivingOf(userId).Where(entry => entry.Date >= from && entry.Date <= to)
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Adds a check-in, or corrects the one with this id.</summary>
    public async Task<CheckInResult> SaveAsync(Guid userId, CheckIn wanted, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var note = wanted.Note is { } said && MemoRules.CleanContent(said).Trim() is { Length: > 0 } clean ? clean : null;
        if (wanted.Score is < 1 or > 10) return new CheckInResult(null, "A score is a number from 1 to 10.");
        if (note?.Length > MoodEntry.MaxNote) return new CheckInResult(null, $"A note has at most {MoodEntry.MaxNote} characters: shorten it.");
        if (await people.FindAsync(userId, cancellationToken) is not { } person) return new CheckInResult(null, "There is no such account.");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var entry = await db.MoodEntries.SingleOrDefaultAsync(entry => entry.Id == wanted.Id, cancellationToken);
        if (entry is not null && entry.UserId != userId) return new CheckInResult(null, "This id is taken. Make a new one.");
        if (entry?.MoodKey != wanted.MoodKey && !await db.HasMoodAsync(userId, wanted.MoodKey, cancellationToken))
            return new CheckInResult(null, "There is no such mood. Pick one of the list, or add it there first.");
        if (entry is null)
        {
            var at = wanted.At is { } given && given < now ? given.ToUniversalTime() : now;
            if (at.Year < 1900) return new CheckInResult(null, "A diary begins in 1900. Choose a later time.");
            entry = new MoodEntry
            {
                Id = wanted.Id,
                UserId = userId,
                Date = DiaryDays.DayOf(at, person.Zone, person.DayEndsAt),
                At = at,
                MoodKey = wanted.MoodKey,
                Score = (short)wanted.Score,
                CreatedAt = now,
            };
            db.Add(entry);
        }
        (entry.MoodKey, entry.Score, entry.Note, entry.DeletedAt, entry.UpdatedAt) = (wanted.MoodKey, (short)wanted.Score, note, null, now);
        await db.SaveChangesAsync(cancellationToken);
        await AnnounceAsync(userId, entry.Date);
        return new CheckInResult(entry, null);
    }

    /// <summary>Takes a check-in away, or brings it back; null when there is none to change.</summary>
    public async Task<MoodEntry?> TrashAsync(Guid userId, Guid id, bool trashed = true, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var entry = await db.MoodEntries.SingleOrDefaultAsync(entry => entry.Id == id && entry.UserId == userId && entry.DeletedAt == null == trashed, cancellationToken);
        if (entry is null) return null;
        (entry.DeletedAt, entry.UpdatedAt) = (trashed ? clock.GetUtcNow() : null, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await AnnounceAsync(userId, entry.Date);
        return entry;
    }

    private Task AnnounceAsync(Guid userId, DateOnly date) => live.AnnounceAsync(Topics.Diary(userId), $"{date:yyyy-MM-dd}", CancellationToken.None);
}
