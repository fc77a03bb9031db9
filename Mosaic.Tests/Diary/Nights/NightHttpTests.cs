using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Diary;
using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Diary.Drafts;
using Mosaic.Web.Features.Diary.Nights;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Diary.Nights;

/// <summary>What nights write, and what they leave alone.</summary>
public sealed class NightHttpTests(AiHouse house) : NightTest(house)
{
    private static readonly DateOnly Fifth = new(2026, 5, 5);

    [Fact]
    public async Task A_hand_written_page_is_untouched_and_offers_the_newer_memos()
    {
        var user = await WrittenDayAsync();
        var edit = new DiaryEdit(Fifth, 0) { Summary = "My own words.", MoodKey = "calm", MoodScore = 7 };
        House.App.Clock.Set(At("2026-05-05T20:00:00Z"));
        Assert.IsType<DiaryResult.Saved>(await Diaries.SaveAsync(user, edit));
        await SleepUntilAsync(user, "2026-05-06T04:06:00Z");
        await WriteAsync(user, "2026-05-05T21:00:00Z", "One more thing about that day.", writtenDown: "2026-05-06T05:00:00Z");
        await SleepUntilAsync(user, "2026-05-06T06:00:00Z");
        var page = Assert.Single(await PagesAsync(user));
        Assert.Equal(("My own words.", DiarySource.Manual, true, 1), (page.Summary, page.GenerationSource, page.AutoGenerationLocked, page.RevisionCount));
        Assert.Equal(1, (await DayAsync(user)).NewerMemos);
    }

    [Fact]
    public async Task A_late_memo_puts_an_untouched_draft_in_line_again_and_a_kept_page_not()
    {
        var user = await WrittenDayAsync();
        await SleepUntilAsync(user, "2026-05-06T04:06:00Z");
        var late = await WriteAsync(user, "2026-05-05T22:00:00Z", "Found the suitcase in the attic after all, with the letters in it.", writtenDown: "2026-05-06T07:00:00Z");
        await SleepUntilAsync(user, "2026-05-06T08:00:00Z");
        var again = Assert.Single(await PagesAsync(user));
        Assert.Contains(late, again.GeneratedFromMemoIds);
        Assert.Equal(2, again.RevisionCount);

        Assert.IsType<DiaryResult.Saved>(await Diaries.SaveAsync(user, new DiaryEdit(Fifth, 2) { Keeps = true }));
        await WriteAsync(user, "2026-05-05T23:00:00Z", "And a last line, long after the page was kept as it was.", writtenDown: "2026-05-06T10:00:00Z");
        await SleepUntilAsync(user, "2026-05-06T12:00:00Z");
        Assert.Equal((2, DiaryState.Kept), (Assert.Single(await PagesAsync(user)).RevisionCount, (await PagesAsync(user))[0].State));
        Assert.Equal(1, (await DayAsync(user)).NewerMemos);
    }

    [Fact]
    public async Task A_night_without_a_change_writes_nothing_anew()
    {
        var user = await WrittenDayAsync();
        await SleepUntilAsync(user, "2026-05-06T04:06:00Z");
        await SleepUntilAsync(user, "2026-05-07T04:06:00Z");
        await SleepUntilAsync(user, "2026-05-08T04:06:00Z");
        Assert.Equal(1, Assert.Single(await PagesAsync(user)).RevisionCount);
        Assert.Single(await House.JobsAsync(user), job => job.Kind == DraftDay.Kind);
    }

    [Fact]
    public async Task A_server_off_for_a_week_catches_up_the_days_that_have_memos_newest_first()
    {
        var user = await LivesInAsync("UTC");
        foreach (var day in new[] { 1, 2, 4, 6 })
        {
            await WriteAsync(user, $"2026-05-0{day}T09:00:00Z", Morning);
            await WriteAsync(user, $"2026-05-0{day}T19:00:00Z", Evening);
            // Nobody looked: what was due stays.
        }
        await SleepUntilAsync(user, "2026-05-12T09:00:00Z");
        var pages = await PagesAsync(user);
        Assert.Equal([1, 2, 4, 6], pages.Select(page => page.Date.Day));
        Assert.All(pages, page => Assert.Equal(2, page.GeneratedFromMemoIds.Length));
        var jobs = (await House.JobsAsync(user)).Where(job => job.Kind == DraftDay.Kind && job.CreatedAt > At("2026-05-11T00:00:00Z")).OrderBy(job => job.RunAfter).Select(job => job.DedupeKey![^10..]).ToList();
        Assert.Equal(jobs.OrderDescending(StringComparer.Ordinal), jobs);
    }

    [Fact]
    public async Task Two_workers_on_one_day_make_one_draft()
    {
        var user = await WrittenDayAsync();
        House.App.Clock.Set(At("2026-05-06T04:06:00Z"));
        await using var other = await new Support.MosaicApp(House.App.Cluster) { SharedDatabase = House.App.Database, HasCast = false }.StartAsync();
        other.Clock.Set(At("2026-05-06T04:06:00Z"));
        await using (var db = House.App.Database.CreateDbContext())
            await db.EnqueueAsync([.. Enumerable.Range(0, 8).Select(_ => new NewJob(DraftDay.Kind, null, user, $$"""{"date":"2026-05-05"}"""))], House.App.Clock.GetUtcNow(), CancellationToken.None);
        await SleepUntilAsync(user, "2026-05-06T04:06:05Z");
        var page = Assert.Single(await PagesAsync(user));
        await using var look = House.App.Database.CreateDbContext();
        Assert.Equal(page.RevisionCount, await look.DiaryRevisions.CountAsync(revision => revision.DiaryId == page.Id));
        Assert.Single(await look.DiaryPages.Where(found => found.UserId == user).ToListAsync());
    }

    [Theory]
    [InlineData(1, false, "A draft takes 2 memos; this day has 1 memo that may be read.", DiaryNight.TooLittle)]
    [InlineData(2, true, "All 2 memos of this day are kept from AI.", DiaryNight.KeptFromAi)]
    public async Task A_day_without_enough_says_why(int memos, bool excluded, string reason, string outcome)
    {
        var user = await LivesInAsync("UTC");
        for (var i = 0; i < memos; i++) await WriteAsync(user, $"2026-05-05T1{i}:00:00Z", Morning, excluded);
        // Memos that are kept from AI start nothing; a night that comes for another reason sees them.
        await PlanAsync(user);
        await SleepUntilAsync(user, "2026-05-06T04:06:00Z");
        Assert.Empty(await PagesAsync(user));
        Assert.Equal((outcome, reason), (await NightAsync(user, Fifth) is { } night ? (night.Outcome, night.Reason) : default));
    }

    [Fact]
    public async Task Two_short_memos_are_too_little_and_a_third_is_enough()
    {
        var user = await LivesInAsync("UTC");
        await WriteAsync(user, "2026-05-05T09:00:00Z", "Dentist, no hole.");
        await WriteAsync(user, "2026-05-05T10:00:00Z", "Bought bread and salt.");
        await SleepUntilAsync(user, "2026-05-06T04:06:00Z");
        Assert.Equal("A draft of 2 memos takes 150 characters; this day has 39.", (await NightAsync(user, Fifth))?.Reason);
        await WriteAsync(user, "2026-05-05T11:00:00Z", "Rain since noon again.", writtenDown: "2026-05-06T07:00:00Z");
        await SleepUntilAsync(user, "2026-05-06T08:00:00Z");
        Assert.Single(await PagesAsync(user));
    }

    [Fact]
    public async Task Memos_are_archived_only_for_whoever_switched_it_on()
    {
        var user = await WrittenDayAsync();
        await SleepUntilAsync(user, "2026-05-06T04:06:00Z");
        Assert.Empty(await ArchivedAsync(user));

        var tidy = await WrittenDayAsync();
        await House.WishAsync(tidy, wishes => wishes.DiaryArchives = true);
        await SleepUntilAsync(tidy, "2026-05-06T04:06:00Z");
        Assert.Equal([Fifth, Fifth], (await ArchivedAsync(tidy)).Select(memo => memo.DiaryDate!.Value));
        Assert.Equal(2, (await DayAsync(tidy)).Memos.Count);
    }

    [Fact]
    public async Task Who_switched_drafts_off_gets_none_and_the_day_says_so()
    {
        var user = await WrittenDayAsync();
        await House.WishAsync(user, wishes => wishes.AutoDiary = false);
        await SleepUntilAsync(user, "2026-05-06T04:06:00Z");
        Assert.Empty(await PagesAsync(user));
        Assert.Equal("Drafts are switched off.", (await NightAsync(user, Fifth))?.Reason);
        Assert.IsType<DraftAsking.InLine>(await House.Get<DraftDesk>().AskAsync(user, Fifth));
        await SleepUntilAsync(user, "2026-05-06T04:07:00Z");
        Assert.Single(await PagesAsync(user));
    }

    [Fact]
    public async Task A_sentence_whose_memo_is_deleted_or_kept_from_AI_says_so()
    {
        var user = await WrittenDayAsync();
        await SleepUntilAsync(user, "2026-05-06T04:06:00Z");
        var sources = Assert.Single(await PagesAsync(user)).GeneratedFromMemoIds;
        await House.Get<MemoShelf>().TrashAsync(user, [sources[0]]);
        await House.Get<MemoShelf>().KeepFromAiAsync(user, [sources[1]], excluded: true);
        Assert.Equal([SourceState.InTrash, SourceState.KeptFromAi], (await DayAsync(user)).Sources.Select(source => source.State));
        await House.Get<MemoShelf>().PurgeAsync(user, [sources[0]]);
        Assert.Equal(SourceState.Gone, (await DayAsync(user)).Sources[0].State);
    }

    private async Task<Guid> WrittenDayAsync()
    {
        var user = await LivesInAsync("UTC");
        await WriteAsync(user, "2026-05-05T09:00:00Z", Morning);
        await WriteAsync(user, "2026-05-05T19:00:00Z", Evening);
        return user;
    }

    private async Task PlanAsync(Guid user)
    {
        await using var db = House.App.Database.CreateDbContext();
        await db.EnqueueAsync([PlanNight.For(user, House.App.Clock.GetUtcNow())], House.App.Clock.GetUtcNow(), CancellationToken.None);
    }

    private async Task<DayView> DayAsync(Guid user) => await Reading.DayAsync((await House.Get<People>().FindAsync(user))!, Fifth);

    private async Task<List<Memo>> ArchivedAsync(Guid user)
    {
        await using var db = House.App.Database.CreateDbContext();
        return await db.Memos.AsNoTracking().Where(memo => memo.UserId == user && memo.IsArchived).ToListAsync();
    }
}
