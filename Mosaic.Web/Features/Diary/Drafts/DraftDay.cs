using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;
using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Features.Diary.Nights;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Makes the draft of one day, because its night came or because the person asks.</summary>
internal sealed class DraftDay(
    IDbContextFactory<MosaicDb> databases, People people, DraftWishes wishes, DraftMaker maker, DraftWriter writer, MemoShelf shelf, TimeProvider clock) : IJobHandler
{
    public const string Kind = "diary.draft";
    public const string Title = "Draft a diary page";

    private static readonly DraftRefusal Nothing = new(DiaryNight.TooLittle, "The memos of this day have no sentence that makes a page.");

    public static NewJob For(Guid userId, DateOnly date, int? askedFrom = null) =>
        new(Kind, KeyOf(userId, date), userId, JobPayload.Of(new Work(date, askedFrom)));

    /// <summary>By it the job of a day is found.</summary>
    public static string KeyOf(Guid userId, DateOnly date) => $"{userId:N} {date:yyyy-MM-dd}";

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var (date, askedFrom) = run.Payload<Work>();
        if (await people.FindAsync(run.UserId, cancellationToken) is not { } person) return JobResult.Skip("There is no such account.");
        var now = clock.GetUtcNow();
        if (askedFrom is null && person.DueAt(date) > now) return JobResult.WaitUntil(person.DueAt(date), "Waits until the day is over.");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var page = await db.DiaryPages.AsNoTracking().OwnedBy(person.Id).SingleOrDefaultAsync(page => page.Date == date, cancellationToken);
        var revision = page?.RevisionCount ?? 0;
        if (!MayWrite(page) || (askedFrom is { } from && from != revision)) return JobResult.Skip("The page is the person's own now.");
        var wish = await wishes.FindAsync(person.Id, cancellationToken);
        var memos = await db.DayAsync(person, date, cancellationToken);
        if (RefusalOf(wish, memos, askedFrom) is { } refusal) return await RefuseAsync(db, person.Id, date, now, refusal, cancellationToken);
        try
        {
            var texts = await ReadAsync(db, person, memos, cancellationToken);
            if (await maker.MakeAsync(person.Id, texts, isInteractive: askedFrom is not null, cancellationToken) is not { } made) return await RefuseAsync(db, person.Id, date, now, Nothing, cancellationToken);
            Guid[] ids = [.. texts.Select(memo => memo.Id)];
            return await writer.WriteAsync(person.Id, date, made, ids, now, revision, MayWrite, cancellationToken) switch
            {
                DraftWriting.Written => await FinishAsync(person.Id, date, wish, ids, cancellationToken),
                DraftWriting.PageChanged => JobResult.Skip("Somebody wrote this page meanwhile, so it stays as it is."),
                _ => Again(),
            };
        }
        catch (AiException failed) when (failed.Fault == AiFault.KeptFromAi)
        {
            return Again();
        }

        bool MayWrite(DiaryPage? found) => askedFrom is null ? PlanNight.IsOpen(found) : found is null or { DeletedAt: null };
    }

    /// <summary>Who asks gets a draft of whatever there is.</summary>
    private static DraftRefusal? RefusalOf(DraftWish wish, IReadOnlyList<DayMemo> memos, int? askedFrom) =>
        askedFrom is null ? wish.Refuse(memos)
        : memos.Any(memo => !memo.IsKeptFromAi) ? null
        : new DraftRefusal(memos.Count == 0 ? DiaryNight.TooLittle : DiaryNight.KeptFromAi, "This day has no memo that may be read.");

    private static async Task<JobResult> RefuseAsync(MosaicDb db, Guid userId, DateOnly date, DateTimeOffset now, DraftRefusal refusal, CancellationToken cancellationToken)
    {
        await db.DecideAsync(new DiaryNight { UserId = userId, Date = date, Outcome = refusal.Outcome, Reason = refusal.Sentence, ReadAt = now }, cancellationToken);
        return JobResult.Skip(refusal.Sentence);
    }

    private static async Task<IReadOnlyList<DraftMemo>> ReadAsync(MosaicDb db, Person person, IReadOnlyList<DayMemo> memos, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. memos.Where(memo => !memo.IsKeptFromAi).Select(memo => memo.Id)];
        var texts = await db.Memos.AsNoTracking().OwnedBy(person.Id).Living().Where(memo => ids.Contains(memo.Id) && !memo.AiExcluded)
            .OrderBy(memo => memo.CreatedAt).ThenBy(memo => memo.Id)
            .Select(memo => new { memo.Id, memo.CreatedAt, memo.Content, memo.RevisionCount }).ToListAsync(cancellationToken);
        return [.. texts.Select(memo => new DraftMemo(memo.Id, person.LocalTime(memo.CreatedAt), memo.Content) { Revision = memo.RevisionCount })];
    }

    private async Task<JobResult> FinishAsync(Guid userId, DateOnly date, DraftWish wish, Guid[] memoIds, CancellationToken cancellationToken)
    {
        if (wish.Archives) await shelf.ArchiveAsync(userId, memoIds, date, cancellationToken);
        return JobResult.Done;
    }

    private JobResult Again() => JobResult.WaitUntil(clock.GetUtcNow().AddSeconds(10), "A memo was changed while it was read.");

    /// <param name="Date">Which day.</param>
    /// <param name="AskedFrom">The revision of the page that the person asked to make anew; null where a night asks.</param>
    internal sealed record Work(DateOnly Date, int? AskedFrom = null);
}
