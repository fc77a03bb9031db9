using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Ai;
using Mosaic.Tests.Support;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Search.Ask;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Configuration;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Search.Ask;

/// <summary>The page of a question: what it shows while it looks, answers, is stopped and fails. Found by words, since no jobs run here.</summary>
public sealed class AskPageTests(TestDatabase database) : PageTest, IClassFixture<TestDatabase>
{
    private const string Question = "When did the herons nest in the old willow?";

    [Fact]
    public async Task Who_asks_nothing_is_told_what_could_be_asked()
    {
        await OpenForAsync("cleo");
        var page = Render<AskPage>();
        Assert.Equal(3, page.FindAll(".ask-examples button").Count);
        await page.Find("form").SubmitAsync();
        Assert.Equal("Write a question first.", page.Find("#question-refusal[role=alert]").TextContent);
        Assert.Equal("true", page.Find("#question").GetAttribute("aria-invalid"));
        // An example is asked at once; cleo has written nothing.
        await page.InvokeAsync(() => page.FindAll(".ask-examples button")[2].Click());
        page.WaitForAssertion(() => Assert.Contains("I found nothing about that in your notes.", page.Find(".ask-answer .markdown").TextContent, StringComparison.Ordinal));
        Assert.Contains("for a longer time", page.Find(".ask-answer .hint").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("ask?q=Which%20books%20did%20I%20want%20to%20read%3F", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_has_citations_that_lead_to_the_numbered_sources_below()
    {
        var ada = await OpenForAsync("ada");
        var memo = await SaveAsync(ada.Id, "# Herons\n\nThe herons nest in the old willow since February.");
        var page = await AskAsync(Question);
        page.WaitForAssertion(() => Assert.Contains("offline helper", page.Find(".ask-by").TextContent, StringComparison.Ordinal));
        var address = $"/memos/{memo}?revision=1&passage=0";
        Assert.Equal("1", page.Find($".ask-answer .markdown a[href='{address}']").TextContent);
        Assert.Equal("Source 1: Herons", page.Find($".ask-sources li.cited a[href='{address}']").TextContent);
        Assert.StartsWith("/ai/turns/", page.Find(".ask-by a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("The herons nest in the old willow since February.", page.Find(".ask-passage").TextContent);
        Assert.Equal("false", page.Find(".ask-answer").GetAttribute("aria-busy"));
    }

    [Fact]
    public async Task A_reload_shows_the_question_and_asks_nobody()
    {
        var bob = await OpenForAsync("bob");
        await SaveAsync(bob.Id, "The herons nest in the old willow since February.");
        var before = await TurnsAsync(bob.Id);
        Services.GetRequiredService<NavigationManager>().NavigateTo("ask?q=" + Uri.EscapeDataString(Question));
        var page = Render<AskPage>();
        Assert.Equal(Question, page.Find("#question").GetAttribute("value"));
        Assert.Equal("Ask again", page.Find("form button").TextContent);
        Assert.Equal(before, await TurnsAsync(bob.Id));
        await page.Find("form").SubmitAsync();
        page.WaitForElement(".ask-sources li");
        Assert.Equal(before + 1, await TurnsAsync(bob.Id));
    }

    [Fact]
    public async Task The_days_that_were_understood_are_shown_and_can_be_left_aside()
    {
        var ada = await OpenForAsync("ada");
        await SaveAsync(ada.Id, "Kingfisher at the weir.", new DateTimeOffset(2025, 3, 5, 12, 0, 0, TimeSpan.Zero));
        await SaveAsync(ada.Id, "Kingfisher at the mill.", new DateTimeOffset(2025, 6, 5, 12, 0, 0, TimeSpan.Zero));
        var page = await AskAsync("Where was the kingfisher in March 2025?");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".ask-sources li")));
        Assert.Equal("In March 2025", page.Find(".asked-time .chip").TextContent.Trim());
        await page.InvokeAsync(() => page.Find("button[aria-label='Read any time instead']").Click());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".ask-sources li").Count));
        Assert.EndsWith("&when=any", Address, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find(".asked-time .linklike").Click());
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".ask-sources li")));
        Assert.DoesNotContain("when=", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_seen_as_it_comes_and_can_be_stopped_with_its_sources_left()
    {
        var bob = await OpenForAsync("bob");
        await SaveAsync(bob.Id, "The otters play under the bridge.");
        await using var stub = await StubAi.StartAsync();
        stub.TokensPerSecond = 10;
        stub.Answer("Under the " + string.Concat(Enumerable.Repeat("bridge ", 300)));
        await PointAsync(stub);
        var page = await AskAsync("Where do the otters play?", wait: false);
        page.WaitForAssertion(() => Assert.Contains("Under the", page.Find(".ask-answer[aria-busy=true] .markdown").TextContent, StringComparison.Ordinal));
        Assert.Single(page.FindAll(".ask-sources li"));
        await page.InvokeAsync(() => page.Find("button[data-stops]").Click());
        page.WaitForAssertion(() => Assert.Contains("Stopped. This is what had come", page.Find(".ask-answer .notice").TextContent, StringComparison.Ordinal));
        Assert.Contains("Under the", page.Find(".ask-answer .markdown").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".ask-sources li"));
        Assert.Equal("Ask again", page.Find("form button").TextContent);
    }

    [Fact]
    public async Task A_provider_that_fails_is_a_sentence_above_the_sources()
    {
        var bob = await OpenForAsync("bob");
        await SaveAsync(bob.Id, "The badgers dig behind the barn.");
        await using var stub = await StubAi.StartAsync();
        stub.Fault = StubFault.Status401;
        await PointAsync(stub);
        var page = await AskAsync("Where do the badgers dig?");
        page.WaitForAssertion(() => Assert.StartsWith("There is no answer: ", page.Find(".ask-answer [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("What was found", page.Find("#sources-title").TextContent);
        Assert.Contains("behind the barn", page.Find(".ask-sources li").TextContent, StringComparison.Ordinal);
        stub.ClearFaults();
        stub.Answer("Behind the barn.");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("names no source", page.Find(".ask-answer .attention").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Notes_that_cannot_be_read_are_a_sentence_and_another_try()
    {
        var ada = await OpenForAsync("ada");
        await SaveAsync(ada.Id, "The lapwings circle over the moor.");
        await RenameAsync("search_entries", "search_entries_gone");
        var page = await AskAsync("Where do the lapwings circle?");
        page.WaitForElement(".blank.failed");
        await RenameAsync("search_entries_gone", "search_entries");
        await page.Find(".blank.failed button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("over the moor", page.Find(".ask-sources li").TextContent, StringComparison.Ordinal));
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private async Task<CastMember> OpenForAsync(string name)
    {
        Services.AddMarkdown();
        Services.AddSingleton(new MosaicOptions { DataDirectory = Path.GetTempPath() }).AddFiles();
        Services.AddMemos();
        await using (var db = database.CreateDbContext()) await db.ServerAiConfigs.ExecuteDeleteAsync();
        return await SignInAsync(database, name);
    }

    private async Task<IRenderedComponent<AskPage>> AskAsync(string question, bool wait = true)
    {
        var page = Render<AskPage>();
        page.Find("#question").Change(question);
        var asking = page.Find("form").SubmitAsync();
        if (wait) await asking;
        return page;
    }

    private async Task<Guid> SaveAsync(Guid user, string text, DateTimeOffset? at = null)
    {
        var edit = new MemoEdit(Guid.CreateVersion7(), text, [], false, 0) { CreatedAt = at };
        Assert.IsType<SaveResult.Saved>(await Services.GetRequiredService<MemoService>().SaveAsync(user, edit));
        return edit.Id;
    }

    private async Task PointAsync(StubAi stub)
    {
        await using var db = database.CreateDbContext();
        db.Add(new ServerAiConfig { Key = "chat", Provider = AiProviders.OpenAiCompatible, BaseUrl = stub.V1.ToString(), Model = "stub-small", UpdatedAt = Clock.GetUtcNow() });
        await db.SaveChangesAsync();
    }

    private async Task<int> TurnsAsync(Guid user)
    {
        await using var db = database.CreateDbContext();
        return await db.TurnMetrics.CountAsync(turn => turn.UserId == user);
    }

    private async Task RenameAsync(string from, string to)
    {
        await using var rename = database.Source.CreateCommand($"ALTER TABLE {from} RENAME TO {to}");
        await rename.ExecuteNonQueryAsync();
    }
}
