using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Telemetry;

namespace Mosaic.Web.Features.Diary;

/// <summary>Writes pages of a diary and finds them. What a whole day shows is in <see cref="DiaryReading"/>.</summary>
public sealed class DiaryService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    /// <summary>The page, also one in the trash; null when there is none.</summary>
    public async Task<DiaryPage?> FindAsync(Guid userId, DateOnly date, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.DiaryPages.AsNoTracking().OwnedBy(userId).SingleOrDefaultAsync(page => page.Date == date, cancellationToken);
    }

    /// <summary>The page a device knows by its id.</summary>
    public async Task<DiaryPage?> FindAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.DiaryPages.AsNoTracking().OwnedBy(userId).SingleOrDefaultAsync(page => page.Id == id, cancellationToken);
    }

    /// <summary>Makes the page or changes what the edit names. A text, a mood or a score by hand locks it against the nights.</summary>
    public async Task<DiaryResult> SaveAsync(Guid userId, DiaryEdit edit, CancellationToken cancellationToken = default)
    {
        using var activity = MosaicActivity.Start("Diary", "Save");
        var now = clock.GetUtcNow();
        if (DiaryRules.RefuseDay(edit.Date, now) is { } wrongDay) return new DiaryResult.Refused(wrongDay);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDayAsync(userId, edit.Date, cancellationToken);
        var page = await db.DiaryPages.OwnedBy(userId).SingleOrDefaultAsync(page => page.Date == edit.Date, cancellationToken);
        if (page is { DeletedAt: not null } or null && !Writes(edit)) return new DiaryResult.NotFound();
        var summary = edit.Summary is null ? page?.Summary ?? "" : MemoRules.CleanContent(edit.Summary);
        var (mood, score) = (edit.MoodKey.Or(page?.MoodKey), edit.MoodScore.Or(page?.MoodScore));
        if (await RefuseAsync(db, userId, edit, page, summary, mood, score, cancellationToken) is { } refusal) return new DiaryResult.Refused(refusal);
        var isNew = page is null || page.Summary != summary || page.MoodKey != mood || page.MoodScore != score;
        if (page is null ? edit.BaseRevision != 0 && !edit.Overwrite : isNew && page.RevisionCount != edit.BaseRevision && !edit.Overwrite)
            return page is null ? new DiaryResult.NotFound() : new DiaryResult.Conflict(page);

        if (page is null) db.Add(page = Begin(userId, edit, now));
        else if (isNew) page.RevisionCount++;
        if (isNew) Write(db, page, edit, summary, mood, (short?)score, now);
        if (edit.Keeps) page.State = DiaryState.Kept;
        if (edit.IsLocked is { } locked) Lock(page, locked);
        page.DeletedAt = null;
        page.UpdatedAt = now;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(userId, edit.Date);
        return new DiaryResult.Saved(page);
    }

    /// <summary>To the trash, where <see cref="RestoreAsync"/> finds it until it is purged; false when there is no such page.</summary>
    public Task<bool> TrashAsync(Guid userId, DateOnly date, CancellationToken cancellationToken = default) =>
        MoveAsync(userId, date, db => db.DiaryPages.OwnedBy(userId).Living().Where(page => page.Date == date)
            .ExecuteUpdateAsync(set => set.SetProperty(page => page.DeletedAt, clock.GetUtcNow()).SetProperty(page => page.UpdatedAt, clock.GetUtcNow()), cancellationToken), cancellationToken);

    public Task<bool> RestoreAsync(Guid userId, DateOnly date, CancellationToken cancellationToken = default) =>
        MoveAsync(userId, date, db => db.DiaryPages.OwnedBy(userId).Where(page => page.Date == date && page.DeletedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(page => page.DeletedAt, (DateTimeOffset?)null).SetProperty(page => page.UpdatedAt, clock.GetUtcNow()), cancellationToken), cancellationToken);

    /// <summary>Deletes a page of the trash for good, with its history.</summary>
    public Task<bool> PurgeAsync(Guid userId, DateOnly date, CancellationToken cancellationToken = default) =>
        MoveAsync(userId, date, db => db.DiaryPages.OwnedBy(userId).Where(page => page.Date == date && page.DeletedAt != null).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    private async Task<bool> MoveAsync(Guid userId, DateOnly date, Func<MosaicDb, Task<int>> move, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await move(db) == 0) return false;
        await AnnounceAsync(userId, date);
        return true;
    }

    private Task AnnounceAsync(Guid userId, DateOnly date) => live.AnnounceAsync(Topics.Diary(userId), $"{date:yyyy-MM-dd}", CancellationToken.None);

    private static bool Writes(DiaryEdit edit) => edit.Summary is not null || edit.MoodKey.HasValue || edit.MoodScore.HasValue;

    private static async Task<string?> RefuseAsync(
        MosaicDb db, Guid userId, DiaryEdit edit, DiaryPage? page, string summary, string? mood, int? score, CancellationToken cancellationToken)
    {
        if (DiaryRules.Refuse(summary, mood, score) is { } refusal) return refusal;
        if (mood is not null && mood != page?.MoodKey && !await db.HasMoodAsync(userId, mood, cancellationToken))
            return "There is no such mood. Pick one of the list, or add it there first.";
        return page is null && edit.Id is { } id && await db.DiaryPages.AnyAsync(other => other.Id == id, cancellationToken) ? "This id is taken. Make a new one." : null;
    }

    private static DiaryPage Begin(Guid userId, DiaryEdit edit, DateTimeOffset now) => new()
    {
        Id = edit.Id ?? Guid.CreateVersion7(),
        UserId = userId,
        Date = edit.Date,
        Summary = "",
        GenerationSource = DiarySource.Manual,
        State = DiaryState.Kept,
        ReadAt = now,
        CreatedAt = now,
    };

    private static void Write(MosaicDb db, DiaryPage page, DiaryEdit edit, string summary, string? mood, short? score, DateTimeOffset now)
    {
        if (page.Summary != summary) (page.Provenance, page.TurnId, page.ReadAt) = (null, null, now);
        (page.Summary, page.MoodKey, page.MoodScore) = (summary, mood, score);
        (page.GenerationSource, page.State, page.AutoGenerationLocked) = (DiarySource.Manual, DiaryState.Kept, true);
        db.Add(page.Revise(edit.Source, now, edit.RestoredFrom));
    }

    // What is handed back is a draft again, whoever wrote it; its history keeps what was there.
    private static void Lock(DiaryPage page, bool locked)
    {
        page.AutoGenerationLocked = locked;
        if (!locked) page.State = DiaryState.Draft;
    }
}
