using Bunit;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Ai;
using Mosaic.Data.Bots;
using Mosaic.Tests.Support;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Pages;
using Mosaic.Web.Features.Bots.Rehearsal;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Bots;

/// <summary>The two trials beside the form: the conversation, and the trigger on what was written.</summary>
public sealed class BotTryPageTests(TestDatabase database) : BotPageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_trigger_of_the_form_is_tried_on_the_last_memos_and_says_how_many()
    {
        await OpenForAsync("bt1");
        await WriteAsync("The beans are up.");
        var last = await WriteAsync("A long walk.");
        var page = await OpenAsync(sheet => sheet with { AutoReply = true, Trigger = new BotTrigger { OncePer = BotTrigger.Memo } });
        await page.WaitForElement(".bot-test button").ClickAsync(new());
        page.WaitForElement(".bot-trials li");
        Assert.Equal("Would have replied to 2 of your last 2 memos.", page.Find(".bot-verdict").TextContent);
        Assert.Equal(2, page.FindAll(".bot-trials .fires").Count);
        var first = page.Find(".bot-trials li");
        Assert.Equal($"/memos/{last}", first.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("A long walk.", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("replies: ", first.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_nothing_has_nothing_to_test_on()
    {
        await OpenForAsync("bt2");
        var page = await OpenAsync(sheet => sheet with { AutoReply = true });
        await page.WaitForElement(".bot-test button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("no memo yet", page.Find(".bot-test [role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trigger_that_can_never_fire_is_warned_of_before_it_is_saved()
    {
        await OpenForAsync("bt3");
        var page = await OpenAsync(sheet => sheet with { AutoReply = true });
        page.WaitForElement("#bot-cap");
        Assert.Empty(page.FindAll(".notice.attention"));
        page.Find("#bot-cap").Change("0");
        page.WaitForAssertion(() => Assert.NotEmpty(page.Find(".notice.attention").TextContent));
        // Switched off, nothing of a trigger is asked.
        page.Find("#bot-cap").Change("");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".notice.attention")));
    }

    [Fact]
    public async Task The_fields_of_a_trigger_stand_there_only_where_it_reads_along()
    {
        await OpenForAsync("bt4");
        var page = await OpenAsync(sheet => sheet);
        page.WaitForElement("[aria-labelledby=trigger-title]");
        Assert.Empty(page.FindAll(".bot-test"));
        page.Find("[aria-labelledby=trigger-title] input[type=checkbox]").Change(true);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".bot-test")));
        Assert.Empty(page.FindAll("#bot-words"));
        page.FindAll("[name=bot-when]")[1].Change(true);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("#bot-words")));
    }

    [Fact]
    public async Task It_greets_first_and_answers_by_the_offline_helper_as_the_unsaved_form_says()
    {
        await OpenForAsync("bt5");
        await ForgetProvidersAsync();
        var page = await OpenAsync(sheet => sheet with { Greeting = "Good day." });
        Assert.Contains("Good day.", page.WaitForElement(".bot-talk .bubble").TextContent, StringComparison.Ordinal);
        page.Find("#bot-name").Change("Mia");
        await SayAsync(page, "How are you?");
        page.WaitForElement(".bot-by");
        Assert.Contains("How are you?", page.Find(".bubble.mine").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("By the offline helper", page.Find(".bot-by").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/ai/turns/", page.Find(".bot-by a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("Message Mia", page.Find("#try-message").GetAttribute("placeholder"));
        await page.Find(".bot-try-head button").ClickAsync(new());
        Assert.Empty(page.FindAll(".bubble.mine"));
        Assert.Single(page.FindAll(".bot-talk .bubble"));
    }

    [Fact]
    public async Task An_answer_is_seen_as_it_comes_and_can_be_stopped()
    {
        await OpenForAsync("bt6");
        await using var stub = await StubAi.StartAsync();
        stub.TokensPerSecond = 10;
        stub.Answer("Under the " + string.Concat(Enumerable.Repeat("bridge ", 300)));
        await PointAsync(stub);
        var page = await OpenAsync(sheet => sheet);
        page.WaitForElement("#try-message").Change("Where?");
        _ = page.Find(".bot-say").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Under the", page.Find(".bot-talk[aria-busy=true] .bot-said").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("[data-stops]").Click());
        page.WaitForElement(".bot-talk[aria-busy=false]");
        Assert.Contains("Under the", page.Find(".bot-said").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".bot-say button[type=submit]"));
    }

    [Fact]
    public async Task A_provider_that_fails_is_a_sentence_and_can_be_asked_again()
    {
        await OpenForAsync("bt7");
        await using var stub = await StubAi.StartAsync();
        stub.Fault = StubFault.Status401;
        await PointAsync(stub);
        var page = await OpenAsync(sheet => sheet);
        await SayAsync(page, "Where?");
        page.WaitForElement(".bot-talk [role=alert]");
        Assert.Empty(page.FindAll(".bot-said"));
        stub.ClearFaults();
        stub.Answer("Behind the barn.");
        await page.Find(".bot-talk [role=alert] button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Behind the barn.", page.Find(".bot-said").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".bot-talk [role=alert]"));
        Assert.Single(page.FindAll(".bubble.mine"));
    }

    [Theory]
    [InlineData("  ")]
    [InlineData(null)]
    public async Task Nothing_and_too_much_are_not_sent(string? text)
    {
        await OpenForAsync("bt8");
        var page = await OpenAsync(sheet => sheet);
        page.WaitForElement("#try-message");
        await SayAsync(page, text ?? new string('a', BotRehearsal.MaxLength + 1));
        Assert.Empty(page.FindAll(".bubble.mine"));
    }

    private async Task<IRenderedComponent<BotPage>> OpenAsync(Func<BotSheet, BotSheet> with)
    {
        var id = (await MakeAsync("Mika", with)).Id;
        return Render<BotPage>(parameters => parameters.Add(page => page.Id, id));
    }

    private static Task SayAsync(IRenderedComponent<BotPage> page, string text)
    {
        page.WaitForElement("#try-message").Change(text);
        return page.Find(".bot-say").SubmitAsync();
    }

    private async Task PointAsync(StubAi stub)
    {
        await ForgetProvidersAsync();
        await using var db = Database.CreateDbContext();
        db.Add(new ServerAiConfig { Key = "chat", Provider = AiProviders.OpenAiCompatible, BaseUrl = stub.V1.ToString(), Model = "stub-small", UpdatedAt = Clock.GetUtcNow() });
        await db.SaveChangesAsync();
    }

    private async Task ForgetProvidersAsync()
    {
        await using var db = Database.CreateDbContext();
        await db.ServerAiConfigs.ExecuteDeleteAsync();
    }
}
