using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Chat.Streaming;

namespace Mosaic.Tests.Chat.Api;

/// <summary>What programs say, and how they are answered: whole, or as it is written.</summary>
public sealed class MessagesApiHttpTests(AiHouse house) : ChatApiTest(house)
{
    [Fact]
    public async Task WhatIsSaidIsAnsweredWholeWithWhoWroteItAndWhatItTook()
    {
        var (ada, talk, bot) = await TalkingAsync("A question back: why?");

        var answer = await SayAsync(ada, talk, "Hello");

        Assert.Equal(("A question back: why?", MessageState.Complete, MessageRole.Assistant, "Socrates"), (Text(answer, "content"), Text(answer, "state"), Text(answer, "role"), Text(answer, "name")));
        Assert.Equal((bot, "stub-small"), (answer.GetProperty("botId").GetGuid(), Text(answer, "model")));
        Assert.True(answer.GetProperty("tokensUsed").GetInt32() > 0);
        var read = await ada.GetFromJsonAsync<JsonElement>($"{Address}/{talk}");
        Assert.Equal(["Hello", "A question back: why?"], read.GetProperty("messages").EnumerateArray().Select(message => Text(message, "content")));
        Assert.Equal(answer.GetProperty("tokensUsed").GetInt64(), read.GetProperty("conversation").GetProperty("totalTokens").GetInt64());
        Assert.Equal(Id(answer), read.GetProperty("conversation").GetProperty("activeMessageId").GetGuid());
    }

    [Fact]
    public async Task AsEventsItComesBitByBitAndEndsWithTheWhole()
    {
        const string text = "Grüße,\u2028 und\n\n**Wellen** 🌊, one after the other, for as long as there is wind.";
        var (ada, talk, _) = await TalkingAsync(text);
        Stub.TokensPerSecond = 60;

        var events = await ListenAsync(ada, talk, "Hello");

        Assert.Equal(text, string.Concat(events.SkipLast(1).Select(one => Text(one.Data, "text"))));
        Assert.All(events.SkipLast(1), one => Assert.Equal("delta", one.Kind));
        Assert.True(events.Count > 4, $"{events.Count} events");
        Assert.Equal("done", events[^1].Kind);
        var message = events[^1].Data.GetProperty("message");
        Assert.Equal((text, MessageState.Complete), (Text(message, "content"), Text(message, "state")));
        Assert.True(message.GetProperty("tokensUsed").GetInt32() > 0);
    }

    [Fact]
    public async Task AnAnswerThatBreaksOrIsStoppedEndsWithAnErrorAndWhatCame()
    {
        var (ada, talk, _) = await TalkingAsync(string.Join(' ', Enumerable.Range(1, 400)));
        Stub.FaultOnce(StubFault.Status400);
        var failed = Assert.Single(await ListenAsync(ada, talk, "Hello"));
        Assert.Equal("error", failed.Kind);
        Assert.EndsWith(".", Text(failed.Data, "detail"), StringComparison.Ordinal);
        Assert.Equal((MessageState.Failed, ""), (Text(failed.Data.GetProperty("message"), "state"), Text(failed.Data.GetProperty("message"), "content")));

        Stub.TokensPerSecond = 40;
        var listening = ListenAsync(ada, talk, "Again");
        Guid writing = default;
        await Eventually.HoldsAsync(async () => House.Get<GrowingAnswers>().Find(writing = (await PathAsync(IdOf("ada"), talk))[^1].Id)?.Text.Length > 10);
        Assert.True(await Chat.StopAsync(IdOf("ada"), writing));
        var events = await listening;
        Assert.Equal("error", events[^1].Kind);
        var stopped = events[^1].Data.GetProperty("message");
        Assert.Equal((writing, MessageState.Stopped), (Id(stopped), Text(stopped, "state")));
        Assert.Equal(Text(stopped, "content"), string.Concat(events.SkipLast(1).Select(one => Text(one.Data, "text"))));
        Assert.StartsWith("1 2 3", Text(stopped, "content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItIsWrittenToItsEndThoughTheProgramLeaves()
    {
        var (ada, talk, _) = await TalkingAsync(string.Join(' ', Enumerable.Range(1, 60)));
        Stub.TokensPerSecond = 60;
        using (var enough = new CancellationTokenSource())
        {
            var saying = ada.PostAsJsonAsync($"{Address}/{talk}/messages", new { content = "Count" }, enough.Token);
            await Eventually.HoldsAsync(() => House.Get<GrowingAnswers>().Count == 1);
            await enough.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saying);
        }

        var answer = await QuietAsync(IdOf("ada"), talk);

        Assert.Equal(MessageState.Complete, answer.State);
        Assert.EndsWith(" 59 60", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaidBehindAnEarlierMessageItStandsBesideWhatWasSaidAndEitherWayCanBeOpened()
    {
        var (ada, talk, _) = await TalkingAsync("Yes.");
        var trunk = Id(await SayAsync(ada, talk, "One"));
        var left = await SayAsync(ada, talk, "Left");
        var right = await SayAsync(ada, talk, "Right", trunk);

        var open = await OpenAsync();
        Assert.Equal(["One", "Yes.", "Right", "Yes."], open.Select(message => Text(message, "content")));
        var siblings = open[2].GetProperty("siblings").EnumerateArray().Select(id => id.GetGuid()).ToList();
        Assert.Equal([left.GetProperty("parentId").GetGuid(), right.GetProperty("parentId").GetGuid()], siblings);

        var opened = await ReadAsync(await ada.PatchAsJsonAsync($"{Address}/{talk}", new { activeMessageId = siblings[0] }));
        Assert.Equal(Id(left), opened.GetProperty("activeMessageId").GetGuid());
        Assert.Equal(["One", "Yes.", "Left", "Yes."], (await OpenAsync()).Select(message => Text(message, "content")));
        // A message of another conversation opens nothing here.
        var elsewhere = Id(await SayAsync(ada, await BeginAsync(ada, (await QuietBotAsync("ada")).Id), "Elsewhere"));
        await RefusedAsync(await ada.PatchAsJsonAsync($"{Address}/{talk}", new { activeMessageId = elsewhere }), HttpStatusCode.NotFound);

        async Task<List<JsonElement>> OpenAsync() => [.. (await ada.GetFromJsonAsync<JsonElement>($"{Address}/{talk}")).GetProperty("messages").EnumerateArray()];
    }

    [Fact]
    public async Task WhatCannotBeSaidIsRefusedAndNothingIsSaid()
    {
        var (ada, talk, _) = await TalkingAsync("Yes.");
        var (elsewhere, theirs) = (Id(await SayAsync(ada, await BeginAsync(ada, (await QuietBotAsync("ada")).Id), "Elsewhere")), (await QuietBotAsync("bob", "Theirs")).Id);
        var address = $"{Address}/{talk}/messages";
        foreach (var content in new[] { "", " \n\t ", new string('x', Message.MaxContent + 1) }) await RefusedAsync(await ada.PostAsJsonAsync(address, new { content }), HttpStatusCode.BadRequest, "content");
        await RefusedAsync(await ada.PostAsJsonAsync(address, new { }), HttpStatusCode.BadRequest);
        foreach (var parentId in new[] { Guid.NewGuid(), elsewhere }) await RefusedAsync(await ada.PostAsJsonAsync(address, new { content = "Hi", parentId }), HttpStatusCode.NotFound);
        foreach (var botId in new[] { Guid.NewGuid(), theirs }) await RefusedAsync(await ada.PostAsJsonAsync(address, new { content = "Hi", botId }), HttpStatusCode.NotFound);
        await RefusedAsync(await ada.PostAsJsonAsync($"{Address}/{Guid.NewGuid()}/messages", new { content = "Hi" }), HttpStatusCode.NotFound);
        await House.App.JobsDoneAsync();
        Assert.Equal(0, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM messages WHERE conversation_id = {talk}"""));

        // The longest that may be said is taken.
        Assert.Equal(MessageState.Complete, Text(await SayAsync(ada, talk, new string('x', Message.MaxContent)), "state"));
    }

    [Fact]
    public async Task WhileABotWritesNothingIsSaidBehindItAndWhereNobodyAnswersOneIsAnsweredWithOnesOwnWords()
    {
        var (ada, talk, _) = await TalkingAsync(string.Join(' ', Enumerable.Range(1, 400)));
        Stub.TokensPerSecond = 20;
        var answer = DoneOf(await Chat.SayAsync(IdOf("ada"), talk, "Count")).MessageId!.Value;
        await RefusedAsync(await ada.PostAsJsonAsync($"{Address}/{talk}/messages", new { content = "Wait" }), HttpStatusCode.UnprocessableEntity);
        await Chat.StopAsync(IdOf("ada"), answer);
        await QuietAsync(IdOf("ada"), talk);

        DoneOf(await Voices.AddAsync(IdOf("ada"), talk, (await QuietBotAsync("ada", "Plato")).Id));
        await ada.PatchAsJsonAsync($"{Address}/{talk}", new { settings = new { turns = TurnRule.Manual } });
        var said = await SayAsync(ada, talk, "I talk to myself");
        Assert.Equal(("I talk to myself", MessageRole.User, MessageState.Complete), (Text(said, "content"), Text(said, "role"), Text(said, "state")));
        var events = await ListenAsync(ada, talk, "And again");
        Assert.Equal(("done", "And again"), (Assert.Single(events).Kind, Text(events[0].Data.GetProperty("message"), "content")));
    }

    [Fact]
    public async Task SentTwiceWithOneKeyItIsSaidAndAnsweredOnce()
    {
        var (ada, talk, _) = await TalkingAsync("Yes.");
        var answers = new List<string>();
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/{talk}/messages") { Content = JsonContent.Create(new { content = "Once" }) };
            request.Headers.Add("Idempotency-Key", "said once");
            var answer = await ada.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answers.Add(await answer.Content.ReadAsStringAsync());
        }
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(2, (await Conversations.FindAsync(IdOf("ada"), talk))!.MessageCount);
    }

    private async Task<(HttpClient Ada, Guid Talk, Guid Bot)> TalkingAsync(string answer)
    {
        await PointChatAsync();
        Stub.Answer(answer);
        var (ada, bot) = (await ProgramAsync("ada"), await QuietBotAsync("ada"));
        return (ada, await BeginAsync(ada, bot.Id), bot.Id);
    }
}
