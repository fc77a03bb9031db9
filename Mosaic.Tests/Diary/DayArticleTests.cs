using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Diary;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Diary.Drafts;
using Mosaic.Web.Features.Diary.Parts;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Diary;

/// <summary>The page of one day: what it says, why it says nothing, and what can be done.</summary>
public sealed class DayArticleTests(TestDatabase database) : DiaryPageTest(database), IClassFixture<TestDatabase>
{
    private static readonly DateOnly Day = Today.AddDays(-3);

    [Fact]
    public async Task A_draft_shows_the_memos_of_each_sentence_and_what_became_of_them()
    {
        await OpenForAsync("ada");
        var (there, gone) = (await MemoAsync("Ran by the lake."), await MemoAsync("Called mother."));
        await DraftAsync([new DraftSentence("I ran <b>by</b> the lake.", [there]), new DraftSentence("I called mother.", [gone, there])], [there, gone]);
        await Services.GetRequiredService<MemoShelf>().TrashAsync(UserId, [gone]);
        var article = await ShowAsync();
        Assert.Equal(["1", "2", "1"], article.FindAll("a.source-mark").Select(mark => mark.TextContent));
        Assert.Equal($"/memos/{there}", article.Find("a.source-mark").GetAttribute("href"));
        Assert.Equal("Memo 2 is in the trash.", article.Find(".draft-troubles li").TextContent);
        Assert.Contains("lost", article.FindAll("a.source-mark")[1].ClassName, StringComparison.Ordinal);
        Assert.Empty(article.FindAll(".draft-text b"));
        Assert.Contains("Draft from 2 memos", article.Find(".meta").TextContent, StringComparison.Ordinal);
        await Services.GetRequiredService<MemoShelf>().PurgeAsync(UserId, [gone]);
        var later = await ShowAsync();
        Assert.Equal(2, later.FindAll("a.source-mark").Count);
        Assert.Contains("was deleted", later.Find("span.source-mark").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_takes_a_draft_as_it_is()
    {
        await OpenForAsync("bob");
        var memo = await MemoAsync("Ran by the lake.");
        await DraftAsync([new DraftSentence("I ran.", [memo])], [memo]);
        var article = await ShowAsync();
        await article.FindAll(".meta .btn").Single(button => button.TextContent == "Keep").ClickAsync(new());
        Assert.Contains("Kept from 1 memo", article.Find(".meta").TextContent, StringComparison.Ordinal);
        Assert.Equal(DiaryState.Kept, (await Services.GetRequiredService<DiaryService>().FindAsync(UserId, Day))!.State);
    }

    [Fact]
    public async Task A_page_of_ones_own_offers_newer_memos_and_asks_before_it_is_drafted_anew()
    {
        await OpenForAsync("cleo");
        await WriteAsync(Day, "My own words.");
        Clock.Set(Clock.GetUtcNow().AddHours(1));
        await MemoAsync("Something came later.");
        var article = await ShowAsync();
        Assert.Contains("1 memo is newer than this page.", article.Find(".newer").TextContent, StringComparison.Ordinal);
        await article.Find(".newer button").ClickAsync(new());
        Assert.Contains("stays in its history", article.Find("dialog").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await DraftJobsAsync());
        await article.FindAll("dialog .btn")[1].ClickAsync(new());
        Assert.Equal(1, await DraftJobsAsync());
        Assert.Contains("A draft of this day is being written", article.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_day_says_why()
    {
        await OpenForAsync("dora");
        Assert.Contains("Nothing was written on this day.", (await ShowAsync()).Find(".day-reason").TextContent, StringComparison.Ordinal);
        await MemoAsync("One thing.");
        Assert.Contains("1 memo, and no page yet.", (await ShowAsync()).Find(".day-reason").TextContent, StringComparison.Ordinal);
        await using (var db = Database.CreateDbContext())
            await db.DecideAsync(new DiaryNight { UserId = UserId, Date = Day, Outcome = DiaryNight.TooLittle, Reason = "A draft takes 2 memos; this day has 1 memo that may be read.", ReadAt = Clock.GetUtcNow() }, default);
        Assert.Contains("A draft takes 2 memos", (await ShowAsync()).Find(".day-reason").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_draft_says_why_and_when_it_is_tried_again()
    {
        await OpenForAsync("emil");
        await MemoAsync("One thing.");
        var key = DraftDay.KeyOf(UserId, Day);
        var next = Clock.GetUtcNow().AddHours(2);
        await using (var db = Database.CreateDbContext())
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO jobs (id, kind, dedupe_key, user_id, status, attempts, last_error, run_after, created_at, updated_at)
                VALUES ({Guid.CreateVersion7()}, 'diary.draft', {key}, {UserId}, 'pending', 1, 'The database was away.', {next}, {next}, {next})
                """);
        Assert.Contains("The database was away. It is tried again at 14:00.", (await ShowAsync()).Find(".day-reason").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_trash_it_says_so_and_comes_back()
    {
        await OpenForAsync("finn");
        await WriteAsync(Day, "My own words.");
        var article = await ShowAsync();
        await article.FindAll("[role=menuitem]").Single(item => item.TextContent.Trim() == "Delete").ClickAsync(new());
        Assert.Contains("in the trash", article.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("My own words.", article.Markup, StringComparison.Ordinal);
        var toasts = Services.GetRequiredService<Toasts>();
        Assert.Equal("Undo", Assert.Single(toasts.Shown).ActionLabel);
        await article.FindAll(".actions .btn").Single(button => button.TextContent == "Restore it").ClickAsync(new());
        Assert.Contains("My own words.", article.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_page_is_shown_as_text()
    {
        await OpenForAsync("gina");
        await WriteAsync(Day, "<script>alert(1)</script> and **bold**");
        var article = await ShowAsync();
        Assert.Empty(article.FindAll("script"));
        Assert.Equal("bold", article.Find("strong").TextContent);
    }

    [Fact]
    public async Task A_day_to_come_is_said_to_be_and_offers_nothing()
    {
        await OpenForAsync("hans");
        var article = await ShowAsync(Today.AddDays(1));
        Assert.Contains("This day is still to come.", article.Find(".day-reason").TextContent, StringComparison.Ordinal);
        Assert.Empty(article.FindAll(".day-reason button"));
    }

    private async Task<IRenderedComponent<DayArticle>> ShowAsync(DateOnly? date = null)
    {
        var person = await Services.GetRequiredService<CurrentUser>().GetAsync();
        var article = Render<DayArticle>(parameters => parameters.Add(part => part.Person, person).Add(part => part.Date, date ?? Day));
        article.WaitForElement(".meta");
        return article;
    }

    private async Task<Guid> MemoAsync(string text)
    {
        var id = Guid.CreateVersion7();
        var written = new DateTimeOffset(Day, new TimeOnly(12, 0), TimeSpan.Zero);
        Assert.IsType<SaveResult.Saved>(await Services.GetRequiredService<MemoService>().SaveAsync(UserId, new MemoEdit(id, text, null, false, 0) { CreatedAt = written }));
        return id;
    }

    private async Task DraftAsync(DraftSentence[] sentences, Guid[] memos)
    {
        await using var db = Database.CreateDbContext();
        var now = Clock.GetUtcNow();
        db.Add(new DiaryPage
        {
            Id = Guid.CreateVersion7(),
            UserId = UserId,
            Date = Day,
            Summary = "Drafted.",
            GenerationSource = DiarySource.Ai,
            State = DiaryState.Draft,
            GeneratedFromMemoIds = memos,
            Provenance = new DraftProvenance([new DraftParagraph(sentences)]).ToJson(),
            ReadAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        });
        await db.SaveChangesAsync();
    }

    private async Task<int> DraftJobsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Jobs.CountAsync(job => job.UserId == UserId && job.Kind == DraftDay.Kind);
    }
}
