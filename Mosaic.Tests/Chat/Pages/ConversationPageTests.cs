using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Chat;
using Mosaic.Tests.Chat.Tree;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat;

namespace Mosaic.Tests.Chat.Pages;

/// <summary>One conversation: its faces, how far back it is read, its head, and where more is said.</summary>
public sealed class ConversationPageTests(TestDatabase database) : ChatPageTest(database), IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database = database;

    [Fact]
    public async Task While_it_is_read_its_place_is_held_and_one_without_a_word_says_so()
    {
        var ground = await OpenForAsync("cp1");
        var wait = new TaskCompletionSource();
        DatabaseWaitsFor = wait.Task;
        var page = Open(ground.Id);
        Assert.Equal("true", page.Find(".loading").GetAttribute("aria-busy"));
        wait.SetResult();
        Assert.Equal("Nothing is said yet.", page.WaitForElement(".chat-begin").TextContent);
        Assert.Equal(("Socrates", "Rain"), (page.Find("h1").TextContent, page.Find(".chat-named .hint").TextContent));
    }

    [Fact]
    public async Task A_silent_database_is_told_and_trying_again_shows_what_was_said()
    {
        var ground = await OpenForAsync("cp2");
        await ground.SayAsync("Is it raining?");
        DatabaseIsSilent = true;
        var page = Open(ground.Id);
        Assert.Contains("does not answer", page.WaitForElement(".failed").TextContent, StringComparison.Ordinal);
        DatabaseIsSilent = false;
        await page.Find(".failed button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(["Is it raining?"], Said(page)));
    }

    [Fact]
    public async Task From_one_that_could_not_be_read_the_way_leads_to_another_and_what_was_chosen_there_stays_there()
    {
        var ground = await OpenForAsync("cp12");
        await ground.SayAsync("Is it raining?");
        var other = await ChatGround.NewAsync(_database, ground.UserId);
        await other.SayAsync("Is it snowing?");
        DatabaseIsSilent = true;
        var page = Open(ground.Id);
        page.WaitForElement(".failed");
        DatabaseIsSilent = false;
        page.Render(parameters => parameters.Add(page => page.Id, other.Id));
        page.WaitForAssertion(() => Assert.Equal(["Is it snowing?"], Said(page)));
        Type(" ");
        await page.Find(".chat-box").SubmitAsync();
        page.WaitForElement(".chat-box [role=alert]");
        page.Render(parameters => parameters.Add(page => page.Id, ground.Id));
        page.WaitForAssertion(() => Assert.Equal(["Is it raining?"], Said(page)));
        Assert.Empty(page.FindAll(".chat-box [role=alert]"));
    }

    [Fact]
    public async Task What_is_another_persons_deleted_or_never_was_looks_alike()
    {
        var ground = await OpenForAsync("cp3");
        await ground.SayAsync("Hers alone.");
        var other = await ChatGround.NewAsync(_database);
        await other.SayAsync("A secret.");
        await Conversations.DeleteAsync(ground.UserId, ground.Id);
        foreach (var id in new[] { other.Id, ground.Id, Guid.NewGuid() })
        {
            var page = Open(id);
            Assert.Equal("There is no such conversation", page.WaitForElement(".blank h2").TextContent);
            Assert.Equal("/chat", page.Find(".blank a").GetAttribute("href"));
            Assert.DoesNotContain("secret", page.Markup, StringComparison.Ordinal);
            Assert.Empty(page.FindAll(".chat-box"));
        }
    }

    [Fact]
    public async Task Of_a_long_one_the_end_is_read_and_earlier_messages_when_asked()
    {
        var ground = await OpenForAsync("cp4");
        await ground.ChainAsync(90);
        var page = Open(ground.Id);
        page.WaitForAssertion(() => Assert.Equal((40, "Message 51"), (Said(page).Count, Said(page)[0])));
        await page.Find(".chat-earlier").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal((80, "Message 11"), (Said(page).Count, Said(page)[0])));
        await page.Find(".chat-earlier").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(90, Said(page).Count));
        Assert.Empty(page.FindAll(".chat-earlier"));
    }

    [Fact]
    public async Task What_is_said_is_answered_and_the_box_is_emptied()
    {
        var ground = await OpenForAsync("cp5");
        var page = Open(ground.Id);
        page.WaitForElement(".chat-box");
        Assert.Equal("Message Socrates", page.Find("#chat-message").GetAttribute("placeholder"));
        Type("  Is it **raining**?  ");
        await page.Find(".chat-box").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".chat-message").Count));
        Assert.Equal("raining", page.Find(".mine strong").TextContent);
        Assert.Equal(1, Sent);
        await WrittenAsync(page);
        page.WaitForAssertion(() => Assert.Equal("Socrates has answered.", page.Find("[role=status]").TextContent));
    }

    [Fact]
    public async Task Nothing_too_much_and_nothing_while_the_database_is_silent_is_said_and_the_text_stays()
    {
        var ground = await OpenForAsync("cp6");
        var page = Open(ground.Id);
        page.WaitForElement(".chat-box");
        foreach (var (text, refusal) in new[] { (" \n ", "Write something first."), (new string('x', Message.MaxContent + 1), "at most 100,000 characters") })
        {
            Type(text);
            await page.Find(".chat-box").SubmitAsync();
            page.WaitForAssertion(() => Assert.Contains(refusal, page.Find(".chat-box [role=alert]").TextContent, StringComparison.Ordinal));
            Assert.Equal("true", page.Find("#chat-message").GetAttribute("aria-invalid"));
        }
        Type("Hello");
        DatabaseIsSilent = true;
        await page.Find(".chat-box").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Your text is still here", page.Find(".chat-box [role=alert]").TextContent, StringComparison.Ordinal));
        DatabaseIsSilent = false;
        Assert.Equal(0, Sent);
        Assert.Equal(0, (await RowAsync(ground.Id)).MessageCount);

        await page.Find(".chat-box").SubmitAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".chat-box [role=alert]")));
        Assert.Equal((1, "Hello"), (Sent, Said(page)[0]));
        await WrittenAsync(page);
    }

    [Fact]
    public async Task Another_voice_joins_and_the_person_says_who_answers()
    {
        var ground = await OpenForAsync("cp7");
        var plato = Assert.IsType<Mosaic.Web.Features.Bots.BotResult.Saved>(await Services.GetRequiredService<Mosaic.Web.Features.Bots.BotService>().MakeAsync(ground.UserId, new Mosaic.Web.Features.Bots.BotSheet { Name = "Plato" })).Bot;
        await ground.SayAsync("Who is there?");
        var page = Open(ground.Id);
        page.WaitForElement(".chat-box");
        Assert.Empty(page.FindAll("#chat-speaker"));
        await page.FindAll(".chat-box button").Single(button => button.TextContent == "@ add a voice").ClickAsync(new());
        await page.WaitForElement("dialog .chat-bot").ClickAsync(new());
        page.WaitForElement("#chat-speaker");
        Assert.Equal("Socrates, Plato", page.Find("h1").TextContent);
        await page.Find("#chat-speaker").ChangeAsync(new ChangeEventArgs { Value = plato.Id.ToString() });
        await page.FindAll(".chat-box button").Single(button => button.TextContent == "Let them speak").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Plato", page.FindAll(".chat-name b")[^1].TextContent));
        await WrittenAsync(page);
        Assert.Equal(plato.Id, (await Reader.FindAsync(ground.UserId, ground.Id))!.Messages[^1].Message.BotId);
    }

    [Fact]
    public async Task Its_settings_hold_at_once_and_a_cap_that_cannot_be_is_refused()
    {
        var ground = await OpenForAsync("cp8");
        var page = Open(ground.Id);
        page.WaitForElement(".chat-head");
        Assert.Equal("knows 0 memos", page.Find(".chat-head .chip").TextContent);
        await page.Find(".chat-head .chip").ClickAsync(new());
        await page.FindAll("dialog label.check input")[^2].ChangeAsync(new ChangeEventArgs { Value = false });
        await page.FindAll("dialog label.check input")[^1].ChangeAsync(new ChangeEventArgs { Value = false });
        await page.Find("[data-dialog-close]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("knows no memos", page.Find(".chat-head .chip").TextContent));
        Assert.Equal((false, false, TurnRule.Mention), ((await RowAsync(ground.Id)).Settings.ReadsMemos, (await RowAsync(ground.Id)).Settings.Remembers, (await RowAsync(ground.Id)).Settings.Turns));
        await OtherAsync(ground);
        await page.Find(".chat-head .chip").ClickAsync(new());
        await page.WaitForElement("#chat-turns").ChangeAsync(new ChangeEventArgs { Value = TurnRule.InTurn });
        await page.Find("#chat-cap").ChangeAsync(new ChangeEventArgs { Value = "11" });
        page.WaitForAssertion(() => Assert.Contains("1 to 10 times", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal((TurnRule.InTurn, 3), ((await RowAsync(ground.Id)).Settings.Turns, (await RowAsync(ground.Id)).Settings.BotTurns));
    }

    [Fact]
    public async Task What_it_took_stands_at_its_head()
    {
        var ground = await OpenForAsync("cp9");
        await ground.SayAsync("Hello");
        await using (var db = _database.CreateDbContext())
        {
            (await db.Conversations.FindAsync(ground.Id))!.TotalTokens = 1_234;
            await db.SaveChangesAsync();
        }
        var page = Open(ground.Id);
        Assert.StartsWith("1,234 tokens in this conversation", page.WaitForElement(".chat-sum").TextContent, StringComparison.Ordinal);
        Assert.Equal("/ai/usage", page.Find(".chat-sum a").GetAttribute("href"));
    }

    [Fact]
    public async Task Archived_on_its_own_page_it_says_so_and_taken_out_it_does_not()
    {
        var ground = await OpenForAsync("cp10");
        var page = Open(ground.Id);
        page.WaitForElement(".chat-head");
        await ChooseAsync("Archive");
        page.WaitForAssertion(() => Assert.Equal("Archived.", Assert.Single(Toasts.Shown).Text));
        Assert.NotNull((await RowAsync(ground.Id)).ArchivedAt);
        Toasts.Close(Toasts.Shown[0].Id);
        await ChooseAsync("Take out of the archive");
        Assert.Null((await RowAsync(ground.Id)).ArchivedAt);
        Assert.Empty(Toasts.Shown);

        async Task ChooseAsync(string choice)
        {
            page.WaitForAssertion(() => Assert.Contains(page.FindAll(".chat-head [role=menuitem]"), item => item.TextContent.Trim() == choice));
            await page.FindAll(".chat-head [role=menuitem]").Single(item => item.TextContent.Trim() == choice).ClickAsync(new MouseEventArgs());
        }
    }

    [Fact]
    public async Task A_temporary_one_is_gone_once_it_is_left()
    {
        var ground = await OpenForAsync("cp11");
        var talk = Assert.IsType<ChatResult.Done>(await Conversations.StartAsync(Person, ground.BotId, isTemporary: true)).ConversationId;
        var page = Open(talk);
        Assert.StartsWith("Temporary: nothing is remembered", page.WaitForElement(".chat-begin").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll(".chat-head a"), link => link.TextContent == "Memory");
        await DisposeComponentsAsync();
        Assert.Null(await Conversations.FindAsync(ground.UserId, talk));
    }

    private async Task OtherAsync(ChatGround ground)
    {
        var other = await ChatGround.NewAsync(_database, ground.UserId);
        Assert.IsType<ChatResult.Done>(await Services.GetRequiredService<Mosaic.Web.Features.Chat.Conversations.VoiceService>().AddAsync(ground.UserId, ground.Id, other.BotId));
    }
}
