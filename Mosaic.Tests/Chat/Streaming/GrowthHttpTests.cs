using System.Collections.Concurrent;
using System.Net;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Chat.Streaming;

/// <summary>Answers as pages see them grow: whenever they come, however many they are, and when they leave.</summary>
public sealed class GrowthHttpTests(AiHouse house) : ChatHouseTest(house)
{
    private static readonly string Long = string.Join("\n\n", Enumerable.Range(1, 12).Select(n => n % 4 == 0 ? $"```\nvar n{n} = {n} < 2;\n\nn{n}++;\n```" : n % 4 == 1 ? $"- one **{n}**\n- two" : $"Words {n} and *more* of them, 日本語 😀 <b>."));

    private Guid Bob => House.App.Person("bob").Id;

    [Fact]
    public async Task WhoIsThereBeforeTheFirstWordSeesTheWholeGrow()
    {
        using var begins = new ManualResetEventSlim();
        var (talk, id) = await AskAsync(50, begins);
        var shown = new ShownGrowth();
        var looking = shown.LookOnAsync(await House.App.SignInAsync("bob"), id, CancellationToken.None);
        await Eventually.HoldsAsync(() => shown.Names.Count > 0);
        Assert.Equal(["start"], shown.Names);

        begins.Set();
        await looking;

        await QuietAsync(Bob, talk);
        Assert.Equal(Long, (await MessageAsync(id)).Content);
        Assert.Equal(Plain(Long), Plain(shown));
        Assert.Equal(("start", "end"), (shown.Names[0], shown.Names[^1]));
        // It came bit by bit, and the end only once.
        Assert.True(shown.Names.Count > 5, $"{shown.Names.Count} events");
        Assert.Single(shown.Names, "end");
    }

    [Fact]
    public async Task WhoComesInTheMiddleGetsWhatThereIsAndThenTheRestAndManyMayLookOn()
    {
        var (talk, id) = await AskAsync(30);
        var bob = await House.App.SignInAsync("bob");
        var first = ShownGrowth.ReadAsync(bob, id);
        await Eventually.HoldsAsync(() => House.Get<GrowingAnswers>().Find(id)?.Text.Length > Long.Length / 3);

        var late = await Task.WhenAll(ShownGrowth.ReadAsync(bob, id), ShownGrowth.ReadAsync(await House.App.SignInAsync("bob"), id));

        foreach (var shown in (IEnumerable<ShownGrowth>)[await first, .. late]) Assert.Equal(Plain(Long), Plain(shown));
        // A third of it came at once.
        Assert.All(late, shown => Assert.True(shown.Lengths.Take(3).Max() > Long.Length / 3));
        await QuietAsync(Bob, talk);
    }

    [Fact]
    public async Task AfterTheEndItSaysSoAtOnce()
    {
        var (talk, id) = await AskAsync(0);
        await QuietAsync(Bob, talk);

        Assert.Equal(["start", "end"], (await ShownGrowth.ReadAsync(await House.App.SignInAsync("bob"), id)).Names);
    }

    [Fact]
    public async Task OthersAndStrangersSeeNothingOfItAndNobodyWhatIsDeleted()
    {
        var (talk, id) = await AskAsync(40);
        var address = $"/chat/messages/{id}/growth";
        var (bob, cleo, ada) = (await House.App.SignInAsync("bob"), await House.App.SignInAsync("cleo"), await House.App.SignInAsync("ada"));

        foreach (var other in new[] { cleo, ada }) await RefusedAsync(other, address, HttpStatusCode.NotFound);
        await RefusedAsync(House.App.Visitor(), address, HttpStatusCode.Unauthorized);
        await RefusedAsync(bob, $"/chat/messages/{Guid.NewGuid()}/growth", HttpStatusCode.NotFound);
        Assert.Equal(MessageState.Streaming, (await MessageAsync(id)).State);
        DoneOf(await Tree.DeleteAsync(Bob, id));
        await RefusedAsync(bob, address, HttpStatusCode.NotFound);
        await QuietAsync(Bob, talk);
    }

    [Fact]
    public async Task WhoLeavesDoesNotEndTheAnswer()
    {
        var (talk, id) = await AskAsync(80);
        using var enough = new CancellationTokenSource();
        var shown = new ShownGrowth();
        var looking = shown.LookOnAsync(await House.App.SignInAsync("bob"), id, enough.Token);
        await Eventually.HoldsAsync(() => shown.Html.Length > 0);

        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => looking);
        Assert.True(shown.Html.Length < Long.Length);
        var answer = await QuietAsync(Bob, talk);
        Assert.Equal((MessageState.Complete, Long), (answer.State, answer.Content));
    }

    [Fact]
    public async Task StopEndsItWithWhatCame()
    {
        var (talk, id) = await AskAsync(40);
        var shown = new ShownGrowth();
        var looking = shown.LookOnAsync(await House.App.SignInAsync("bob"), id, CancellationToken.None);
        await Eventually.HoldsAsync(() => shown.Html.Length > 0);

        Assert.True(await Chat.StopAsync(Bob, id));

        await looking;
        var answer = await QuietAsync(Bob, talk);
        Assert.Equal((MessageState.Stopped, "end"), (answer.State, shown.Names[^1]));
        Assert.InRange(answer.Content.Length, 1, Long.Length - 1);
        Assert.StartsWith(answer.Content, Long, StringComparison.Ordinal);
        Assert.Equal(Plain(answer.Content), Plain(shown));
    }

    [Fact]
    public async Task WhoIsToldOfAnAnswerFindsItGrowing()
    {
        await PointChatAsync();
        Stub.Answer("Yes, and that for as long as it takes.");
        Stub.TokensPerSecond = 20;
        var (talk, _) = await TalkAsync(Bob);
        DoneOf(await Voices.AddAsync(Bob, talk, (await BotAsync(Bob, "Plato", change: sheet => sheet with { AutoReply = false })).Id));
        DoneOf(await Conversations.SetAsync(Bob, talk, new ConversationSettings { Turns = TurnRule.InTurn }));
        var found = new ConcurrentDictionary<string, bool>();
        using (House.Get<Live>().Subscribe(Topics.Chat(Bob), async _ =>
        {
            if ((await PathAsync(Bob, talk)) is [.., { State: MessageState.Streaming } writing]) found.TryAdd(writing.Name!, House.Get<GrowingAnswers>().Find(writing.Id) is not null);
        }))
            await SayAsync(Bob, talk, "Well?");

        Assert.Equal([KeyValuePair.Create("Plato", true), KeyValuePair.Create("Socrates", true)], found.OrderBy(answer => answer.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatAnotherProcessWritesIsShownFromTheDatabase()
    {
        var (talk, bot) = await TalkAsync(Bob);
        var id = Guid.CreateVersion7();
        await ForceAsync($"""
            INSERT INTO messages (id, user_id, conversation_id, depth, bot_id, name, role, content, state, writer, created_at, updated_at)
            VALUES ({id}, {Bob}, {talk}, 0, {bot.Id}, 'Socrates', 'assistant', 'It was a', 'streaming', {Guid.NewGuid()}, now(), now())
            """);
        var shown = new ShownGrowth();
        var looking = shown.LookOnAsync(await House.App.SignInAsync("bob"), id, CancellationToken.None);
        await Eventually.HoldsAsync(() => shown.Html.Contains("It was a", StringComparison.Ordinal));

        await ForceAsync($"UPDATE messages SET content = 'It was a heron.', state = 'complete', writer = NULL WHERE id = {id}");

        await looking;
        Assert.Equal("end", shown.Names[^1]);
    }

    /// <summary>Asks the stub for an answer, so many words a second; it begins when told to.</summary>
    private async Task<(Guid Talk, Guid Answer)> AskAsync(double tokensPerSecond, ManualResetEventSlim? begins = null)
    {
        await PointChatAsync();
        Stub.TokensPerSecond = tokensPerSecond;
        Stub.AnswerWith(call =>
        {
            if (!call.SystemText.Contains("You talk with somebody", StringComparison.Ordinal)) return "Words";
            begins?.Wait(TimeSpan.FromSeconds(20));
            return Long;
        });
        var (talk, _) = await TalkAsync(Bob);
        return (talk, DoneOf(await Chat.SayAsync(Bob, talk, "Go on")).MessageId!.Value);
    }

    private static async Task RefusedAsync(HttpClient http, string address, HttpStatusCode status)
    {
        using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(status, answer.StatusCode);
    }

    /// <summary>What came between two parts of what was shown in the end.</summary>
    private static string Plain(ShownGrowth shown) => WithoutSpace(shown.Html);

    private static string Plain(string markdown) => WithoutSpace(MarkdownRenderer.ToHtmlOnce(markdown).ToString());

    private static string WithoutSpace(string html) => string.Concat(html.Where(sign => !char.IsWhiteSpace(sign)));
}
