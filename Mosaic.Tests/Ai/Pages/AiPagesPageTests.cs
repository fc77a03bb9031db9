using Bunit;
using Mosaic.Data.Ai;
using Mosaic.Data.Jobs;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Ai.Jobs;
using Mosaic.Web.Features.Ai.Mine;
using Mosaic.Web.Features.Ai.Usage;
using Mosaic.Web.Features.Ai.Why;

namespace Mosaic.Tests.Ai.Pages;

/// <summary>What a person sees of AI's work for them.</summary>
public sealed class AiPagesPageTests(TestDatabase database) : PageTest, IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Wishes_are_kept_and_a_budget_that_is_no_number_is_refused()
    {
        await SignInAsync(database, "bob");
        var page = Render<AiPage>();
        page.WaitForElement("#tone").Change("dry and brief");
        page.Find("#daily").Change("lots");
        await page.Find("form").SubmitAsync();
        Assert.Contains("A budget is a number", page.Find(".notice.error").TextContent, StringComparison.Ordinal);
        page.Find("#daily").Change("5000");
        await page.Find("form").SubmitAsync();
        Assert.Contains("Saved", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Contains(" of 5,000", page.Markup, StringComparison.Ordinal);

        var again = Render<AiPage>();
        Assert.Equal("dry and brief", again.WaitForElement("#tone").GetAttribute("value"));
    }

    [Fact]
    public async Task Why_shows_what_was_read_and_the_exact_prompt_to_its_person_and_nobody_else()
    {
        var cleo = await SignInAsync(database, "cleo");
        var turn = await AddTurnAsync(cleo.Id);
        var page = Render<WhyPage>(parameters => parameters.Add(why => why.Id, turn));
        page.WaitForElement(".why-prompt");
        Assert.Contains("[system]\nsay it\n<b>", page.Find(".why-prompt").TextContent, StringComparison.Ordinal);
        Assert.Contains("score 0.750", page.Find(".why-sources").TextContent, StringComparison.Ordinal);
        Assert.Contains("estimated", page.Markup, StringComparison.Ordinal);

        var foreign = await AddTurnAsync((await MosaicAppCast.FindOrAddAsync(database, Clock, "bob")).Id);
        Assert.DoesNotContain("say it", Render<WhyPage>(parameters => parameters.Add(why => why.Id, foreign)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usage_counts_the_persons_calls_and_leads_to_each()
    {
        var ada = await SignInAsync(database, "ada");
        var empty = Render<MyUsagePage>();
        empty.WaitForAssertion(() => Assert.Contains("Nothing was asked yet", empty.Markup, StringComparison.Ordinal));
        var turn = await AddTurnAsync(ada.Id);
        var page = Render<MyUsagePage>();
        Assert.StartsWith("RepliesOpenAI-compatible1", page.WaitForElement(".numbers-frame tbody tr").TextContent.Replace(" ", "").Replace("\n", ""), StringComparison.Ordinal);
        Assert.Single(page.FindAll($"a[href='/ai/turns/{turn}']"));
        Assert.Equal(30, page.FindAll(".bars rect").Count);
    }

    [Fact]
    public async Task Failed_work_says_why_and_is_tried_again_or_discarded_by_its_person_alone()
    {
        var bob = await SignInAsync(database, "bob");
        var (failed, foreign) = (await AddJobAsync(bob.Id), await AddJobAsync((await MosaicAppCast.FindOrAddAsync(database, Clock, "cleo")).Id));
        var page = Render<MyJobsPage>();
        page.WaitForElement(".work");
        Assert.Contains("The provider would not.", Assert.Single(page.FindAll(".work")).TextContent, StringComparison.Ordinal);
        await page.FindAll(".work .btn").Single(button => button.TextContent == "Retry").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("waiting", page.Find(".work").TextContent, StringComparison.Ordinal));
        await page.FindAll(".work .btn").Single(button => button.TextContent == "Discard").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Discarded by hand.", page.Find(".work").TextContent, StringComparison.Ordinal));
        await using var db = database.CreateDbContext();
        Assert.Equal(JobStatus.Failed, (await db.Jobs.FindAsync(foreign))!.Status);
        Assert.Null(await db.Jobs.FindAsync(failed));
    }

    private async Task<Guid> AddTurnAsync(Guid person)
    {
        await using var db = database.CreateDbContext();
        var id = Guid.CreateVersion7();
        db.Add(new TurnMetric
        {
            Id = id,
            UserId = person,
            Purpose = "reply",
            Provider = "openai-compatible",
            Model = "m",
            InputTokens = 12,
            IsEstimated = true,
            LatencyMs = 40,
            Outcome = TurnOutcome.Ok,
            CreatedAt = Clock.GetUtcNow(),
        });
        db.Add(new TurnPrompt { TurnId = id, UserId = person, Prompt = "[system]\nsay it\n<b>", CreatedAt = Clock.GetUtcNow() });
        db.Add(new TurnSource { TurnId = id, Position = 0, Kind = "memo", SourceId = Guid.CreateVersion7(), Revision = 2, Score = 0.75f });
        await db.SaveChangesAsync();
        return id;
    }

    private async Task<Guid> AddJobAsync(Guid person)
    {
        await using var db = database.CreateDbContext();
        var job = new Job
        {
            Id = Guid.CreateVersion7(),
            Kind = "memo.tags",
            DedupeKey = "x",
            UserId = person,
            Status = JobStatus.Failed,
            Attempts = 8,
            LastError = "The provider would not.",
            RunAfter = Clock.GetUtcNow(),
            CreatedAt = Clock.GetUtcNow(),
            UpdatedAt = Clock.GetUtcNow(),
        };
        db.Add(job);
        await db.SaveChangesAsync();
        return job.Id;
    }
}
