using Bunit;
using Mosaic.Data.Chat;
using Mosaic.Tests.Chat.Tree;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat.Pages;

namespace Mosaic.Tests.Chat.Pages;

/// <summary>The inspector: what went into the prompt of an answer, what did not, and why.</summary>
public sealed class PromptPageTests(TestDatabase database) : ChatPageTest(database), IClassFixture<TestDatabase>
{
    private const string Full = "The window is full: it takes 60 tokens, and 12 were left.";

    [Fact]
    public async Task It_shows_what_went_in_what_was_left_out_and_why_and_how_the_room_was_shared()
    {
        var ground = await OpenForAsync("pp1");
        var (old, question, gone) = (await ground.SayAsync("An old message."), await ground.SayAsync("Is it raining?"), Guid.NewGuid());
        var answer = await AnswerAsync(ground, question, new MessageWindow(200,
        [
            new("persona", null, 20, null, false), new("memory", gone, 8, null, false), new("memory", Guid.NewGuid(), 60, Full, false),
            new("passage", null, 30, null, true), new("message", old.Id, 50, "It is older than a message for which there was no room.", false), new("message", question.Id, 12, null, false), new("question", question.Id, 5, null, false),
        ]));

        var page = Open(answer.Id);

        page.WaitForElement(".prompt-budget");
        Assert.StartsWith("75 of 200 tokens", page.Find(".prompt-budget p").TextContent, StringComparison.Ordinal);
        Assert.Equal(["persona 20", "memories 8", "notes and documents 30", "messages 12", "question 5"], page.FindAll(".prompt-legend li").Select(line => line.TextContent.Trim()));
        Assert.Equal(["width:10%", "width:4%", "width:15%", "width:6%", "width:2.5%"], page.FindAll(".prompt-bar span").Select(part => part.GetAttribute("style")));
        Assert.Equal("persona: 20 tokens, memories: 8 tokens, notes and documents: 30 tokens, messages: 12 tokens, question: 5 tokens", page.Find(".prompt-bar").GetAttribute("aria-label"));
        Assert.Equal(["Room", "Went in", "Left out"], page.FindAll("h2").Select(title => title.TextContent));
        Assert.Equal(
            ["persona||20 tokens", "memories|It is gone, or forgotten.|8 tokens", "notes and documents||30 tokens, without its middle", "messages|Is it raining?|12 tokens", "question|Is it raining?|5 tokens"], Parts(page, 0));
        Assert.Equal([$"memories|It is gone, or forgotten.|60 tokens · {Full}", "messages|An old message.|50 tokens · It is older than a message for which there was no room."], Parts(page, 1));
        Assert.Equal($"/chat/message/{answer.Id}", page.Find("header a").GetAttribute("href"));
    }

    [Fact]
    public async Task Where_all_went_in_nothing_is_said_of_what_was_left_out()
    {
        var ground = await OpenForAsync("pp2");
        var question = await ground.SayAsync("Is it raining?");
        var page = Open((await AnswerAsync(ground, question, new MessageWindow(100, [new("question", question.Id, 5, null, false)]))).Id);
        page.WaitForElement(".prompt-budget");
        Assert.Equal(["Room", "Went in"], page.FindAll("h2").Select(title => title.TextContent));
    }

    [Fact]
    public async Task Of_what_a_person_said_of_what_is_anothers_and_of_what_is_gone_nothing_is_kept()
    {
        var ground = await OpenForAsync("pp3");
        var other = await ChatGround.NewAsync(_database);
        var theirs = await AnswerAsync(other, await other.SayAsync("A secret."), new MessageWindow(100, [new("persona", null, 20, null, false)]));
        foreach (var id in new[] { (await ground.SayAsync("Is it raining?")).Id, theirs.Id, Guid.NewGuid() })
            Assert.Equal("Nothing is kept about it", Open(id).WaitForElement(".blank h2").TextContent);
    }

    [Fact]
    public async Task While_it_is_read_its_place_is_held_and_a_silent_database_is_told()
    {
        var ground = await OpenForAsync("pp4");
        var question = await ground.SayAsync("Is it raining?");
        var answer = await AnswerAsync(ground, question, new MessageWindow(100, [new("question", question.Id, 5, null, false)]));
        var wait = new TaskCompletionSource();
        DatabaseWaitsFor = wait.Task;
        DatabaseIsSilent = true;
        var page = Open(answer.Id);
        Assert.Equal("true", page.Find(".loading").GetAttribute("aria-busy"));
        wait.SetResult();
        Assert.Contains("does not answer", page.WaitForElement(".failed").TextContent, StringComparison.Ordinal);
        DatabaseIsSilent = false;
        await page.Find(".failed button").ClickAsync(new());
        page.WaitForElement(".prompt-budget");
    }

    private readonly TestDatabase _database = database;

    private Task<Message> AnswerAsync(ChatGround ground, Message question, MessageWindow window) => KeepAsync(ground, ground.New("It is.", question), message => message.Metadata = new MessageMetadata { Window = window });

    private new IRenderedComponent<PromptPage> Open(Guid answer) => Render<PromptPage>(parameters => parameters.Add(page => page.Id, answer));

    private static List<string> Parts(IRenderedComponent<PromptPage> page, int list) =>
        [.. page.FindAll(".prompt-parts")[list].QuerySelectorAll("li").Select(part => string.Join('|', part.Children.Select(one => one.TextContent)))];
}
