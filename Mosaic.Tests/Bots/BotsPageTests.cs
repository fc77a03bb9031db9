using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Bots;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots.Pages;
using Mosaic.Web.Features.Bots.Parts;
using Mosaic.Web.Features.Bots.Personas;
using Mosaic.Web.Platform.Browser;

namespace Mosaic.Tests.Bots;

/// <summary>The list of bots: its order, its faces, what is deleted and what others offer.</summary>
public sealed class BotsPageTests(TestDatabase database) : BotPageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Bots_stand_in_their_order_with_what_they_are_for_and_when_they_reply()
    {
        await OpenForAsync("bo1");
        await MakeAsync("Socrates");
        await MakeAsync("Mika", sheet => sheet with { Color = 3, AutoReply = true, IsPublic = true, Trigger = new BotTrigger { When = BotTrigger.HasTag, Tags = ["work"], DailyCap = 2 } });
        var page = Render<BotsPage>();
        page.WaitForElement(".bot-card");
        Assert.Equal(["Socrates", "Mika"], page.FindAll(".bot-card h2").Select(name => name.TextContent));
        Assert.Equal("What Socrates is for.", page.Find(".bot-about").TextContent);
        Assert.Equal("replies when asked", page.FindAll(".bot-badges")[0].TextContent.Trim());
        var badges = page.FindAll(".bot-badges")[1].TextContent;
        Assert.Contains("reads along", badges, StringComparison.Ordinal);
        Assert.Contains("memos tagged #work, at most 2 a day", badges, StringComparison.Ordinal);
        Assert.Contains("public", badges, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".bot-card .av-3"));
    }

    [Fact]
    public async Task Who_has_none_is_shown_the_gallery_right_there()
    {
        await OpenForAsync("bo2");
        await using (var db = Database.CreateDbContext()) await db.Bots.ExecuteUpdateAsync(set => set.SetProperty(bot => bot.IsPublic, false));
        var page = Render<BotsPage>();
        page.WaitForElement(".bot-gallery");
        Assert.Equal(BotGallery.All.Select(sheet => sheet.Name), page.FindAll(".bot-gallery b").Select(name => name.TextContent));
        Assert.Empty(page.FindAll("h1 ~ a.btn"));
        Assert.DoesNotContain("From others", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_moves_a_bot_and_the_move_is_said()
    {
        await OpenForAsync("bo3");
        foreach (var name in new[] { "One", "Two", "Three" }) await MakeAsync(name);
        var page = Render<BotsPage>();
        page.WaitForElement(".bot-card");
        await page.InvokeAsync(() => page.FindAll(".bot-card")[2].QuerySelectorAll("[role=menuitem]").Single(item => item.TextContent.Trim() == "Move up").Click());
        page.WaitForAssertion(() => Assert.Equal(["One", "Three", "Two"], page.FindAll(".bot-card h2").Select(name => name.TextContent)));
        await InTimeAsync(["One", "Three", "Two"]);
        Assert.Equal("Three is now 2 of 3.", page.Find("p[role=status]").TextContent);
        Assert.True(page.FindAll(".bot-card")[0].QuerySelectorAll("[role=menuitem]").Single(item => item.TextContent.Trim() == "Move up").HasAttribute("disabled"));
    }

    [Theory]
    [InlineData(0, 2, "Two,Three,One")]
    [InlineData(2, 0, "Three,One,Two")]
    [InlineData(1, 1, "One,Two,Three")]
    [InlineData(1, 3, "One,Two,Three")]
    public async Task A_bot_that_is_dropped_stands_where_it_was_dropped(int from, int to, string names)
    {
        await OpenForAsync($"bo4{from}{to}");
        var bots = new List<Bot>();
        foreach (var name in new[] { "One", "Two", "Three" }) bots.Add(await MakeAsync(name));
        var page = Render<BotsPage>();
        page.WaitForElement(".bot-card");
        await page.InvokeAsync(() => page.FindComponent<BotList>().Instance.PlaceAsync(bots[from].Id, to));
        page.WaitForAssertion(() => Assert.Equal(names.Split(','), page.FindAll(".bot-card h2").Select(name => name.TextContent)));
        Assert.Equal(names.Split(','), await NamesAsync());
    }

    [Fact]
    public async Task An_arrow_at_the_end_of_the_list_moves_nothing()
    {
        await OpenForAsync("bo5");
        await MakeAsync("One");
        var last = await MakeAsync("Two");
        var page = Render<BotsPage>();
        page.WaitForElement(".bot-card");
        var list = page.FindComponent<BotList>().Instance;
        await page.InvokeAsync(() => list.MoveAsync(last.Id, 1));
        await page.InvokeAsync(() => list.MoveAsync(Guid.NewGuid(), 1));
        Assert.Equal(["One", "Two"], await NamesAsync());
        await page.InvokeAsync(() => list.MoveAsync(last.Id, -1));
        Assert.Equal(["Two", "One"], await NamesAsync());
    }

    [Fact]
    public async Task A_deleted_bot_is_brought_back_by_undo()
    {
        await OpenForAsync("bo6");
        await MakeAsync("Socrates");
        await MakeAsync("Mika");
        var page = Render<BotsPage>();
        page.WaitForElement(".bot-card");
        await page.InvokeAsync(() => page.Find(".bot-card .menu-item.danger").Click());
        page.WaitForAssertion(() => Assert.Equal(["Mika"], page.FindAll(".bot-card h2").Select(name => name.TextContent)));
        page.WaitForAssertion(() => Assert.Single(Toasts.Shown));
        var toast = Toasts.Shown[0];
        Assert.Equal("Socrates is deleted. Its replies stay.", toast.Text);
        Assert.Equal(["Mika"], await NamesAsync());
        await Toasts.RunAsync(toast.Id);
        page.WaitForAssertion(() => Assert.Equal(["Socrates", "Mika"], page.FindAll(".bot-card h2").Select(name => name.TextContent)));
    }

    [Fact]
    public async Task A_bot_made_elsewhere_appears()
    {
        await OpenForAsync("bo7");
        await MakeAsync("One");
        var page = Render<BotsPage>();
        page.WaitForElement(".bot-card");
        await MakeAsync("Two");
        page.WaitForAssertion(() => Assert.Equal(["One", "Two"], page.FindAll(".bot-card h2").Select(name => name.TextContent)));
    }

    [Fact]
    public async Task What_others_offer_is_cloned_and_its_page_opens()
    {
        await OpenForAsync("bo8");
        await MakeAsync("Mine");
        var offered = await OfferAsync("bo8owner", "Sensei");
        var page = Render<BotsPage>();
        page.WaitForElement("[aria-labelledby=others-title]");
        Assert.Contains("by @bo8owner", page.Find("[aria-labelledby=others-title]").TextContent, StringComparison.Ordinal);
        var card = page.FindAll("[aria-labelledby=others-title] li").Single(item => item.TextContent.Contains("Sensei", StringComparison.Ordinal));
        Assert.Equal("Clone Sensei", card.QuerySelector("button")!.TextContent);
        await page.InvokeAsync(() => card.QuerySelector("button")!.Click());
        page.WaitForAssertion(() => Assert.StartsWith("/bots/0", Address, StringComparison.Ordinal));
        var clone = (await Bots.ListAsync(UserId)).Single(bot => bot.Name == "Sensei");
        Assert.NotEqual(offered.Id, clone.Id);
        Assert.Equal($"/bots/{clone.Id}", Address);
        await Bots.DeleteAsync(offered.UserId, offered.Id);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_can_be_tried_again()
    {
        await OpenForAsync("bo9");
        await MakeAsync("One");
        DatabaseIsSilent = true;
        var page = Render<BotsPage>();
        page.WaitForAssertion(() => Assert.Contains("could not be read", page.Find(".failed").TextContent, StringComparison.Ordinal));
        DatabaseIsSilent = false;
        await page.Find(".failed button").ClickAsync(new());
        page.WaitForElement(".bot-card");
    }

    [Fact]
    public async Task The_rail_counts_those_that_live()
    {
        await OpenForAsync("bo0");
        await MakeAsync("One");
        await Bots.DeleteAsync(UserId, (await MakeAsync("Two")).Id);
        var count = Services.GetServices<INavigationCount>().Single(count => count.Address == "/bots");
        Assert.Equal(1, await count.CountAsync(UserId, default));
    }

    /// <summary>The page shows an order before the database has it.</summary>
    private async Task InTimeAsync(string[] names)
    {
        for (var tries = 0; tries < 100 && !names.SequenceEqual(await NamesAsync()); tries++) await Task.Delay(50);
        Assert.Equal(names, await NamesAsync());
    }
}
