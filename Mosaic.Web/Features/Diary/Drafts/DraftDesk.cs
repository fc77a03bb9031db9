using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;
using Mosaic.Data.Jobs;
using Mosaic.Web.Features.Diary.Nights;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Where a person asks for a draft, and sees how far it is.</summary>
public sealed class DraftDesk(IDbContextFactory<MosaicDb> databases, People people, Live live, TimeProvider clock)
{
    /// <summary>Puts the day in line now. It is not written over what changes until then; a locked page is opened by asking.</summary>
    public async Task<DraftAsking> AskAsync(Guid userId, DateOnly date, CancellationToken cancellationToken = default)
    {
        if (DiaryRules.RefuseDay(date, clock.GetUtcNow()) is { } refusal) return new DraftAsking.Refused(refusal);
        if (await people.FindAsync(userId, cancellationToken) is not { } person) return new DraftAsking.NoMemos();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var page = await db.DiaryPages.AsNoTracking().OwnedBy(userId).SingleOrDefaultAsync(page => page.Date == date, cancellationToken);
        if (page is { DeletedAt: not null }) return new DraftAsking.Refused("The page of this day is in the trash. Restore it first, or delete it for good.");
        if ((await db.DayAsync(person, date, cancellationToken)).Count == 0) return new DraftAsking.NoMemos();
        await db.EnqueueAsync([DraftDay.For(userId, date, page?.RevisionCount ?? 0)], clock.GetUtcNow(), cancellationToken);
        await live.AnnounceAsync(Topics.Diary(userId), $"{date:yyyy-MM-dd}", CancellationToken.None);
        return new DraftAsking.InLine();
    }

    /// <summary>The newest job of the day, if one waits, runs, or has failed.</summary>
    public async Task<DraftProgress?> FindAsync(Guid userId, DateOnly date, CancellationToken cancellationToken = default)
    {
        var key = DraftDay.KeyOf(userId, date);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var job = await db.Jobs.AsNoTracking().Where(job => job.UserId == userId && job.Kind == DraftDay.Kind && job.DedupeKey == key)
            .OrderByDescending(job => job.CreatedAt).ThenByDescending(job => job.Id).FirstOrDefaultAsync(cancellationToken);
        return job?.Status switch
        {
            JobStatus.Running => new DraftProgress(IsUnderWay: true, null, null),
            JobStatus.Pending => new DraftProgress(job.RunAfter <= clock.GetUtcNow() + TimeSpan.FromSeconds(1), job.LastError, job.RunAfter),
            JobStatus.Failed => new DraftProgress(IsUnderWay: false, job.LastError, null),
            _ => null,
        };
    }
}
