using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;
using Mosaic.Data.Jobs;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Features.Diary.Drafts;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Diary.Nights;

/// <summary>
/// Decides which of a person's last days need a draft, and puts those in line, newest first. It looks at all of them, so that a server that
/// was off, a change of zone or a late memo needs nothing of its own. Then it waits for the next night.
/// </summary>
internal sealed class PlanNight(IDbContextFactory<MosaicDb> databases, People people, DraftWishes wishes, TimeProvider clock) : IJobHandler
{
    public const string Kind = "diary.night";
    public const string Title = "Look which days need a diary draft";

    /// <summary>Older days are only drafted when somebody asks.</summary>
    public const int DaysBack = 31;

    public static NewJob For(Guid userId, DateTimeOffset at) => new(Kind, userId.ToString(), userId) { RunAfter = at };

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(run.UserId, cancellationToken) is not { } person) return JobResult.Skip("There is no such account.");
        var now = clock.GetUtcNow();
        var today = person.DiaryDayOf(now);
        var (from, last) = (today.AddDays(-DaysBack), person.LastDayOver(now));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var days = await db.DaysAsync(person, from, today, cancellationToken);
        if (days.Count == 0) return JobResult.Skip("Nothing was written for a month.");
        var pages = await db.DiaryPages.AsNoTracking().OwnedBy(person.Id).Between(from, last).ToDictionaryAsync(page => page.Date, cancellationToken);
        var nights = await db.DiaryNights.AsNoTracking().Where(night => night.UserId == person.Id && night.Date >= from && night.Date <= last)
            .ToDictionaryAsync(night => night.Date, cancellationToken);
        var wish = await wishes.FindAsync(person.Id, cancellationToken);
        var drafts = new List<NewJob>();
        foreach (var day in days.Where(day => day.Key <= last).OrderByDescending(day => day.Key))
        {
            var (night, page) = (nights.GetValueOrDefault(day.Key), pages.GetValueOrDefault(day.Key));
            if (!IsOpen(page)) continue;
            if (wish.Refuse([.. day]) is { } refusal)
                await NoteAsync(db, night, new DiaryNight { UserId = person.Id, Date = day.Key, Outcome = refusal.Outcome, Reason = refusal.Sentence, ReadAt = now }, cancellationToken);
            else if (night is not { Outcome: DiaryNight.Written } || day.Where(memo => !memo.IsKeptFromAi).Max(memo => memo.ChangedAt) > night.ReadAt)
                drafts.Add(DraftDay.For(person.Id, day.Key) with { RunAfter = now.AddMilliseconds(drafts.Count) });
        }
        await db.EnqueueAsync(drafts, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return JobResult.WaitUntil(person.DueAt(last.AddDays(1)), "Waits until the day is over.");
    }

    /// <summary>Whether a night may write the page of a day: there is none, or an untouched draft.</summary>
    public static bool IsOpen(DiaryPage? page) => page is null or { State: DiaryState.Draft, AutoGenerationLocked: false, DeletedAt: null };

    private static Task NoteAsync(MosaicDb db, DiaryNight? before, DiaryNight night, CancellationToken cancellationToken) =>
        before is not null && before.Outcome == night.Outcome && before.Reason == night.Reason ? Task.CompletedTask : db.DecideAsync(night, cancellationToken);
}
