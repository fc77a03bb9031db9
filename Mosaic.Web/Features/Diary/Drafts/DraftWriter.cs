using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Puts a draft on the page of its day, if the page and the memos are still as they were when it was begun.</summary>
internal sealed class DraftWriter(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    /// <summary>Writes everything or nothing.</summary>
    /// <param name="userId">Whose page.</param>
    /// <param name="date">Of which day.</param>
    /// <param name="made">What to write.</param>
    /// <param name="memoIds">The memos that were read.</param>
    /// <param name="readAt">When they were.</param>
    /// <param name="baseRevision">The revision of the page then; 0 where there was none.</param>
    /// <param name="mayWrite">Whether the page, as it is now, may be written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DraftWriting> WriteAsync(
        Guid userId, DateOnly date, MadeDraft made, Guid[] memoIds, DateTimeOffset readAt, int baseRevision, Func<DiaryPage?, bool> mayWrite, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDayAsync(userId, date, cancellationToken);
        if (await db.HoldReadableAsync(userId, memoIds, cancellationToken) != memoIds.Length) return DraftWriting.MemosChanged;
        var page = await db.DiaryPages.OwnedBy(userId).SingleOrDefaultAsync(page => page.Date == date, cancellationToken);
        if ((page?.RevisionCount ?? 0) != baseRevision || !mayWrite(page)) return DraftWriting.PageChanged;
        if (page is null)
            db.Add(page = new DiaryPage { Id = Guid.CreateVersion7(), UserId = userId, Date = date, Summary = "", GenerationSource = "", State = "", CreatedAt = now });
        else
            page.RevisionCount++;
        var draft = made.Draft;
        page.Summary = draft.ToMarkdown();
        (page.MoodKey, page.MoodScore) = (draft.MoodKey, (short)draft.Score);
        (page.GenerationSource, page.State, page.AutoGenerationLocked) = (draft.IsOffline ? DiarySource.Offline : DiarySource.Ai, DiaryState.Draft, false);
        (page.GeneratedFromMemoIds, page.Provenance, page.TurnId) = (memoIds, new DraftProvenance(draft.Paragraphs, made.Note).ToJson(), made.TurnId);
        (page.ReadAt, page.LastGeneratedAt, page.UpdatedAt) = (readAt, now, now);
        db.Add(page.Revise(page.GenerationSource, now));
        await db.SaveChangesAsync(cancellationToken);
        await db.DecideAsync(new DiaryNight { UserId = userId, Date = date, Outcome = DiaryNight.Written, Reason = made.Note ?? "", ReadAt = readAt }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Diary(userId), $"{date:yyyy-MM-dd}", CancellationToken.None);
        return DraftWriting.Written;
    }
}
