using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Chat;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Pages;

namespace Mosaic.Tests.Chat.Pages;

/// <summary>The list of conversations: its faces, its search, and what is done with a whole conversation.</summary>
public sealed class ChatListPageTests(TestDatabase database) : ChatPageTest(database), IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database = database;

    [Fact]
    public async Task While_it_is_read_its_place_is_held_and_then_rows_say_with_whom_about_what_and_when()
    {
        var ground = await OpenForAsync("cl1");
        await ground.SayAsync("What did I write about **rain**?", tokens: 3);
        var wait = new TaskCompletionSource();
        DatabaseWaitsFor = wait.Task;
        var page = Render<ChatPage>();
        Assert.Equal("true", page.Find(".loading").GetAttribute("aria-busy"));
        wait.SetResult();
        page.WaitForElement(".chat-row");
        Assert.Equal(("Rain", $"/chat/{ground.Id}"), (page.Find(".chat-row-title").TextContent, page.Find(".chat-row-title").GetAttribute("href")));
        Assert.Equal("What did I write about rain?", page.Find(".chat-row-last").TextContent);
        Assert.StartsWith("Socrates · 1 message · ", page.Find(".chat-row .hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_none_picks_whom_to_talk_with_and_is_taken_there()
    {
        var ground = await OpenForAsync("cl2");
        await Conversations.DeleteAsync(ground.UserId, ground.Id);
        var page = Render<ChatPage>();
        Assert.Equal("Talk about what you wrote", page.WaitForElement(".blank h2").TextContent);
        await page.WaitForElement(".chat-bot").ClickAsync(new());
        var begun = Assert.Single(await Conversations.ListAsync(ground.UserId));
        Assert.Equal(("Socrates", $"/chat/{begun.Id}"), (begun.BotName, Address));
    }

    [Fact]
    public async Task A_silent_database_is_told_and_trying_again_shows_the_list()
    {
        await OpenForAsync("cl3");
        DatabaseIsSilent = true;
        var page = Render<ChatPage>();
        Assert.Contains("does not answer", page.WaitForElement(".failed").TextContent, StringComparison.Ordinal);
        DatabaseIsSilent = false;
        await page.Find(".failed button").ClickAsync(new());
        page.WaitForElement(".chat-row");
        Assert.Empty(page.FindAll(".failed"));
    }

    [Fact]
    public async Task A_search_finds_titles_and_what_was_said_letter_by_letter_and_says_when_there_is_nothing()
    {
        var ground = await OpenForAsync("cl4");
        await ground.SayAsync("It was 100% certain.");
        var other = DoneOf(await Conversations.StartAsync(Person, ground.BotId, title: "1000 herons"));
        var page = Render<ChatPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".chat-row").Count));
        await SearchAsync("100%");
        page.WaitForAssertion(() => Assert.Equal(["Rain"], Titles(page)));
        await SearchAsync("HERON");
        page.WaitForAssertion(() => Assert.Equal(["1000 herons"], Titles(page)));
        await SearchAsync("_");
        page.WaitForAssertion(() => Assert.Equal("Nothing found", page.Find(".blank h2").TextContent));
        await SearchAsync("");
        page.WaitForAssertion(() => Assert.Equal(["1000 herons", "Rain"], Titles(page)));
        Assert.NotEqual(ground.Id, other);

        Task SearchAsync(string text) => page.Find("#chat-search").InputAsync(text);
    }

    [Fact]
    public async Task A_pinned_one_stands_first_and_says_so_until_it_is_let_go()
    {
        var ground = await OpenForAsync("cl5");
        DoneOf(await Conversations.StartAsync(Person, ground.BotId, title: "Newer"));
        var page = Render<ChatPage>();
        page.WaitForAssertion(() => Assert.Equal(["Newer", "Rain"], Titles(page)));
        await ChooseAsync(page, () => Row(page, "Rain"), "Pin");
        page.WaitForAssertion(() => Assert.Equal(["Rain", "Newer"], Titles(page)));
        Assert.Equal("Pinned", Row(page, "Rain").QuerySelector(".sr-only")!.TextContent);
        await ChooseAsync(page, () => Row(page, "Rain"), "Unpin");
        page.WaitForAssertion(() => Assert.Equal(["Newer", "Rain"], Titles(page)));
    }

    [Fact]
    public async Task Renamed_it_is_called_so_and_too_long_a_name_is_refused_beside_it()
    {
        var ground = await OpenForAsync("cl6");
        var page = Render<ChatPage>();
        page.WaitForElement(".chat-row");
        await ChooseAsync(page, () => Row(page, "Rain"), "Rename");
        await page.WaitForElement($"#title-{ground.Id}").ChangeAsync(new ChangeEventArgs { Value = new string('t', Conversation.MaxTitle + 1) });
        await page.Find($"#rename-{ground.Id}").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("at most 200 characters", page.Find("dialog").TextContent, StringComparison.Ordinal));
        await page.Find($"#title-{ground.Id}").ChangeAsync(new ChangeEventArgs { Value = " Rain, again " });
        await page.Find($"#rename-{ground.Id}").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(["Rain, again"], Titles(page)));
        Assert.Empty(page.FindAll("dialog"));
        Assert.Equal(TitleSource.User, (await RowAsync(ground.Id)).TitleSource);
    }

    [Fact]
    public async Task Archived_it_is_out_of_the_way_until_it_is_undone_or_taken_out_again()
    {
        var ground = await OpenForAsync("cl7");
        var page = Render<ChatPage>();
        page.WaitForElement(".chat-row");
        await ChooseAsync(page, () => Row(page, "Rain"), "Archive");
        page.WaitForElement(".blank");
        Assert.Equal("Archived.", Assert.Single(Toasts.Shown).Text);
        await page.InvokeAsync(() => Toasts.RunAsync(Toasts.Shown[0].Id));
        page.WaitForElement(".chat-row");
        Assert.Null((await RowAsync(ground.Id)).ArchivedAt);
        await ChooseAsync(page, () => Row(page, "Rain"), "Archive");
        page.WaitForElement(".blank");

        Services.GetRequiredService<NavigationManager>().NavigateTo("/chat?archived=true");
        var archive = Render<ChatPage>();
        archive.WaitForElement(".chat-row");
        Assert.Equal("Archived conversations", archive.Find("h1").TextContent);
        await ChooseAsync(archive, () => Row(archive, "Rain"), "Take out of the archive");
        archive.WaitForAssertion(() => Assert.Equal("The archive is empty", archive.Find(".blank h2").TextContent));
        Assert.Null((await RowAsync(ground.Id)).ArchivedAt);
    }

    [Fact]
    public async Task Deleted_it_is_gone_and_undo_brings_it_back_with_all_that_was_said()
    {
        var ground = await OpenForAsync("cl8");
        await ground.ChainAsync(3);
        var page = Render<ChatPage>();
        page.WaitForElement(".chat-row");
        await ChooseAsync(page, () => Row(page, "Rain"), "Delete");
        page.WaitForElement(".blank");
        Assert.Null(await Reader.FindAsync(ground.UserId, ground.Id));
        Assert.Equal("Conversation deleted.", Assert.Single(Toasts.Shown).Text);
        await page.InvokeAsync(() => Toasts.RunAsync(Toasts.Shown[0].Id));
        page.WaitForElement(".chat-row");
        Assert.Equal(3, (await Reader.FindAsync(ground.UserId, ground.Id))!.Messages.Count);
    }

    [Fact]
    public async Task What_a_silent_database_did_not_do_is_not_said_to_be_done()
    {
        await OpenForAsync("cl9");
        var page = Render<ChatPage>();
        page.WaitForElement(".chat-row");
        foreach (var choice in new[] { "Archive", "Pin", "Delete" })
        {
            await page.InvokeAsync(() => Row(page, "Rain").QuerySelector("[role=menu]")!.TriggerEventAsync("ontoggle", EventArgs.Empty));
            DatabaseIsSilent = true;
            await page.InvokeAsync(() => Row(page, "Rain").QuerySelectorAll("[role=menuitem]").Single(item => item.TextContent.Trim() == choice).ClickAsync(new()));
            Assert.Contains("does not answer", Assert.Single(Toasts.Shown).Text, StringComparison.Ordinal);
            Toasts.Close(Toasts.Shown[0].Id);
            DatabaseIsSilent = false;
            await page.WaitForElement(".failed button").ClickAsync(new());
            page.WaitForElement(".chat-row");
        }
        await page.InvokeAsync(() => Row(page, "Rain").QuerySelector("[role=menu]")!.TriggerEventAsync("ontoggle", EventArgs.Empty));
        await page.InvokeAsync(() => Row(page, "Rain").QuerySelectorAll("[role=menuitem]").Single(item => item.TextContent.Trim() == "Rename").ClickAsync(new()));
        DatabaseIsSilent = true;
        await page.WaitForElement("dialog form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("does not answer", page.Find("dialog").TextContent, StringComparison.Ordinal));
        DatabaseIsSilent = false;
    }

    [Fact]
    public async Task A_new_one_may_be_temporary_and_is_then_in_no_list()
    {
        var ground = await OpenForAsync("cl10");
        Services.GetRequiredService<NavigationManager>().NavigateTo("/chat?new=true");
        var page = Render<ChatPage>();
        // Once the bots are there nothing is drawn anew between finding and pressing.
        page.WaitForElement("dialog .chat-bot");
        await page.InvokeAsync(() => page.Find("dialog input[type=checkbox]").ChangeAsync(new ChangeEventArgs { Value = true }));
        await page.InvokeAsync(() => page.Find("dialog .chat-bot").ClickAsync(new()));
        await using var db = _database.CreateDbContext();
        var begun = await db.Conversations.SingleAsync(conversation => conversation.UserId == ground.UserId && conversation.IsTemporary);
        Assert.Equal($"/chat/{begun.Id}", Address);
        Assert.Equal(["Rain"], (await Conversations.ListAsync(ground.UserId)).Select(card => card.Title));
    }

    [Fact]
    public async Task Of_many_a_part_is_shown_and_more_when_asked_and_one_made_elsewhere_appears()
    {
        var ground = await OpenForAsync("cl11");
        for (var number = 0; number < 41; number++) DoneOf(await Conversations.StartAsync(Person, ground.BotId, title: $"Talk {number}"));
        var page = Render<ChatPage>();
        page.WaitForAssertion(() => Assert.Equal(40, page.FindAll(".chat-row").Count));
        await page.FindAll("button").Single(button => button.TextContent == "Show more").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(42, page.FindAll(".chat-row").Count));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "Show more");
        DoneOf(await Conversations.StartAsync(Person, ground.BotId, title: "From the phone"));
        page.WaitForAssertion(() => Assert.Equal("From the phone", Titles(page)[0]));
    }

    private static Guid DoneOf(ChatResult result) => Assert.IsType<ChatResult.Done>(result).ConversationId;

    private static List<string> Titles(IRenderedComponent<ChatPage> page) => [.. page.FindAll(".chat-row-title").Select(title => title.TextContent)];

    private static IElement Row(IRenderedComponent<ChatPage> page, string title) => page.FindAll(".chat-row").Single(row => row.QuerySelector(".chat-row-title")!.TextContent == title);
}
