using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Mosaic.Data.Bots;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Cards;
using Mosaic.Web.Features.Bots.Pages;
using Mosaic.Web.Ui;

namespace Mosaic.Tests.Bots;

/// <summary>The form of a bot: what it shows, saves, refuses, and how it is left.</summary>
public sealed class BotFormPageTests : BotPageTest, IClassFixture<TestDatabase>
{
    private readonly BunitJSModuleInterop _browser;

    public BotFormPageTests(TestDatabase database) : base(database)
    {
        _browser = JSInterop.SetupModule(LongText.Module);
        _browser.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task A_new_bot_is_made_by_saving_and_gets_an_address()
    {
        await OpenForAsync("bf1");
        var page = Open(null);
        page.WaitForElement("#bot-name").Change("  Socrates ");
        page.Find("#bot-description").Change("Asks back.");
        page.FindAll(".bot-color input")[3].Change(true);
        Type("bot-personality", "You ask, and never tell.");
        await page.Find(".bot-form").SubmitAsync();
        var bot = Assert.Single(await Bots.ListAsync(UserId));
        Assert.Equal(("Socrates", "Asks back.", (short)4, "You ask, and never tell."), (bot.Name, bot.Description, bot.Color, bot.PersonalityPrompt));
        Assert.Equal($"/bots/{bot.Id}", Address);
        Assert.Equal("Saved.", Assert.Single(Toasts.Shown).Text);
        Assert.Equal("Socrates", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task A_refusal_stands_beside_Save_and_nothing_is_lost()
    {
        await OpenForAsync("bf2");
        var page = Open(null);
        page.WaitForElement("#bot-description").Change("Asks back.");
        Type("bot-greeting", "Good day.");
        await page.Find(".bot-form").SubmitAsync();
        Assert.Equal("Give the bot a name.", page.Find(".bot-save [role=alert]").TextContent);
        Assert.Equal("Asks back.", page.Find("#bot-description").GetAttribute("value"));
        Assert.Empty(await Bots.ListAsync(UserId));
        page.Find("#bot-name").Change("Socrates");
        await page.Find(".bot-form").SubmitAsync();
        Assert.Empty(page.FindAll(".bot-save [role=alert]"));
        Assert.Equal("Good day.", Assert.Single(await Bots.ListAsync(UserId)).Greeting);
    }

    [Fact]
    public async Task Long_texts_are_fetched_and_counted_when_the_browser_says_so()
    {
        await OpenForAsync("bf3");
        var bot = await MakeAsync("Socrates", sheet => sheet with { Backstory = "Born in Athens." });
        var page = Open(bot.Id);
        page.WaitForElement("#bot-backstory");
        Assert.Equal("Born in Athens.", page.Find("#bot-backstory").TextContent);
        var total = page.Find(".bot-total").TextContent;
        var text = new string('ä', Bot.MaxText);
        Type("bot-backstory", text);
        var field = page.FindComponents<LongText>().Single(field => field.Instance.Id == "bot-backstory");
        await page.InvokeAsync(field.Instance.ChangedAsync);
        page.WaitForAssertion(() => Assert.Contains("5,000 tokens", page.Find("#bot-backstory-note").TextContent, StringComparison.Ordinal));
        Assert.NotEqual(total, page.Find(".bot-total").TextContent);
        Assert.Equal("Not saved yet.", page.Find(".bot-save [role=status]").TextContent);
        // Drawn again it would lose the caret.
        Assert.Equal("Born in Athens.", page.Find("#bot-backstory").TextContent);
        await page.Find(".bot-form").SubmitAsync();
        Assert.Equal(text, (await Bots.FindAsync(UserId, bot.Id))!.Backstory);
        Assert.Equal("All is saved.", page.Find(".bot-save [role=status]").TextContent);
    }

    [Fact]
    public async Task All_fields_come_back_as_they_were_saved()
    {
        await OpenForAsync("bf4");
        var sheet = new BotSheet
        {
            Name = "Mika",
            Color = 2,
            Description = "d",
            PersonalityPrompt = "p",
            Backstory = "b",
            Greeting = "g",
            Attributes = [new BotTrait("age", "seventy")],
            Config = new BotConfig { Model = "m", Temperature = 0.5f, MaxTokens = 300, MemoryEnabled = false },
            Tags = ["one", "two"],
            AutoReply = true,
            IsPublic = true,
            Trigger = new BotTrigger { When = BotTrigger.HasWord, Words = ["tea", "/a,b/"], Tags = ["x"], MinLength = 20, QuietFrom = new TimeOnly(22, 0), QuietTo = new TimeOnly(7, 30), OncePer = BotTrigger.Revision, DailyCap = 3 },
        };
        var bot = await MakeAsync("Mika", _ => sheet);
        var page = Open(bot.Id);
        page.WaitForElement("#bot-words");
        Assert.Equal("tea\n/a,b/", page.Find("#bot-words").TextContent);
        Assert.Equal("22:00", page.Find(".bot-hours input").GetAttribute("value"));
        page.Find("#bot-name").Change("Mika the second");
        await page.Find(".bot-form").SubmitAsync();
        var kept = BotSheet.Of((await Bots.FindAsync(UserId, bot.Id))!);
        Assert.Equivalent(sheet with { Name = "Mika the second" }, kept, strict: true);
    }

    [Fact]
    public async Task Attributes_are_added_and_removed()
    {
        await OpenForAsync("bf5");
        var bot = await MakeAsync("Mika", sheet => sheet with { Attributes = [new BotTrait("age", "seventy")] });
        var page = Open(bot.Id);
        await page.WaitForElement("[data-add]").ClickAsync(new());
        var row = page.FindAll(".bot-trait")[1];
        row.QuerySelectorAll("input")[0].Change("home");
        page.FindAll(".bot-trait")[1].QuerySelectorAll("input")[1].Change("Oslo");
        await page.Find("[aria-label='Remove age']").ClickAsync(new());
        await page.Find(".bot-form").SubmitAsync();
        Assert.Equal([new BotTrait("home", "Oslo")], (await Bots.FindAsync(UserId, bot.Id))!.Attributes);
    }

    [Fact]
    public async Task Who_leaves_unsaved_changes_is_asked_first()
    {
        await OpenForAsync("bf6");
        var page = Open((await MakeAsync("Mika")).Id);
        page.WaitForElement("#bot-name").Change("Mia");
        var navigation = Services.GetRequiredService<NavigationManager>();
        await page.InvokeAsync(() => navigation.NavigateTo("/bots"));
        page.WaitForElement("dialog");
        Assert.StartsWith("/bots/0", Address, StringComparison.Ordinal);
        await page.Find("dialog .btn.ghost").ClickAsync(new());
        Assert.Empty(page.FindAll("dialog"));
        Assert.Equal("Mia", page.Find("#bot-name").GetAttribute("value"));
        await page.InvokeAsync(() => navigation.NavigateTo("/bots"));
        page.WaitForElement("dialog");
        await page.Find("dialog .btn.danger").ClickAsync(new());
        Assert.Equal("/bots", Address);
    }

    [Fact]
    public async Task What_is_still_in_the_browser_counts_as_unsaved()
    {
        await OpenForAsync("bf7");
        var page = Open((await MakeAsync("Mika")).Id);
        page.WaitForElement("#bot-name");
        Type("bot-personality", "New.");
        await page.InvokeAsync(() => Services.GetRequiredService<NavigationManager>().NavigateTo("/bots"));
        page.WaitForElement("dialog");
        Assert.StartsWith("/bots/0", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_changed_is_left_without_a_question()
    {
        await OpenForAsync("bf8");
        var page = Open((await MakeAsync("Mika")).Id);
        page.WaitForElement("#bot-name");
        await page.InvokeAsync(() => Services.GetRequiredService<NavigationManager>().NavigateTo("/bots"));
        page.WaitForAssertion(() => Assert.Equal("/bots", Address));
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public async Task A_deleted_bot_is_shown_as_such_and_restored()
    {
        await OpenForAsync("bf9");
        var bot = await MakeAsync("Mika");
        await Bots.DeleteAsync(UserId, bot.Id);
        var page = Open(bot.Id);
        page.WaitForAssertion(() => Assert.Contains("This bot is deleted", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
        await page.Find(".blank .btn").ClickAsync(new());
        page.WaitForElement("#bot-name");
        Assert.Equal(["Mika"], await NamesAsync());
    }

    [Fact]
    public async Task A_bot_deleted_in_another_tab_comes_back_with_what_was_not_saved()
    {
        await OpenForAsync("bf14");
        var bot = await MakeAsync("Mika");
        var page = Open(bot.Id);
        page.WaitForElement("#bot-name").Change("Mia");
        await Bots.DeleteAsync(UserId, bot.Id);
        page.WaitForAssertion(() => Assert.Contains("This bot is deleted", page.Markup, StringComparison.Ordinal));
        await page.Find(".blank .btn").ClickAsync(new());
        Assert.Equal("Mia", page.WaitForElement("#bot-name").GetAttribute("value"));
        await page.Find(".bot-form").SubmitAsync();
        Assert.Equal(["Mia"], await NamesAsync());
    }

    [Fact]
    public async Task Deleting_from_the_form_leads_to_the_list_and_can_be_undone()
    {
        await OpenForAsync("bf15");
        var page = Open((await MakeAsync("Mika")).Id);
        page.WaitForElement("#bot-name").Change("Mia");
        await page.InvokeAsync(() => page.Find(".menu-item.danger").Click());
        page.WaitForAssertion(() => Assert.Equal("/bots", Address));
        Assert.Empty(page.FindAll("dialog"));
        Assert.Empty(await NamesAsync());
        page.WaitForAssertion(() => Assert.Single(Toasts.Shown));
        await Toasts.RunAsync(Toasts.Shown[0].Id);
        Assert.Equal(["Mika"], await NamesAsync());
    }

    [Fact]
    public async Task What_another_tab_saved_shows_where_nobody_writes_and_waits_where_somebody_does()
    {
        await OpenForAsync("bf10");
        var bot = await MakeAsync("Mika");
        var page = Open(bot.Id);
        page.WaitForElement("#bot-name");
        await Bots.ChangeAsync(UserId, bot.Id, BotSheet.Of(bot) with { Name = "Mia" });
        page.WaitForAssertion(() => Assert.Equal("Mia", page.Find("#bot-name").GetAttribute("value")));
        page.Find("#bot-name").Change("Mine");
        await Bots.ChangeAsync(UserId, bot.Id, BotSheet.Of(bot) with { Name = "Theirs" });
        page.WaitForAssertion(() => Assert.Equal("Theirs", page.Find("h1").TextContent));
        Assert.Equal("Mine", page.Find("#bot-name").GetAttribute("value"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bot_of_somebody_else_and_one_that_never_was_are_not_found(bool isOthers)
    {
        await OpenForAsync("bf11");
        var id = isOthers ? (await OfferAsync("bf11owner", "Sensei")).Id : Guid.NewGuid();
        var notFound = 0;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => notFound++;
        var page = Open(id);
        page.WaitForAssertion(() => Assert.Equal(1, notFound));
        Assert.Empty(page.FindAll("form"));
        Assert.DoesNotContain("Sensei", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_card_had_that_is_not_used_is_listed_until_it_was_read()
    {
        await OpenForAsync("bf12");
        var bot = await MakeAsync("Mika");
        Services.GetRequiredService<ImportNotes>().Leave(bot.Id, ["a lorebook of 12 entries"]);
        var page = Open(bot.Id);
        Assert.Equal("a lorebook of 12 entries", page.WaitForElement(".bot-notice li").TextContent);
        await page.Find(".bot-notice button").ClickAsync(new());
        Assert.Empty(page.FindAll(".bot-notice"));
    }

    [Fact]
    public async Task A_silent_database_loses_nothing_of_the_form()
    {
        await OpenForAsync("bf13");
        var page = Open((await MakeAsync("Mika")).Id);
        page.WaitForElement("#bot-name").Change("Mia");
        DatabaseIsSilent = true;
        await page.Find(".bot-form").SubmitAsync();
        Assert.Contains("nothing was saved", page.Find(".bot-save [role=alert]").TextContent, StringComparison.Ordinal);
        DatabaseIsSilent = false;
        await page.Find(".bot-form").SubmitAsync();
        Assert.Equal(["Mia"], await NamesAsync());
    }

    private IRenderedComponent<BotPage> Open(Guid? id)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(id is null ? "/bots/new/blank" : $"/bots/{id}");
        return Render<BotPage>(parameters => parameters.Add(page => page.Id, id));
    }

    private void Type(string id, string text) => _browser.Setup<IJSStreamReference?>("read", call => call.Arguments is [string field] && field == id).SetResult(new TextInBrowser(text));
}
