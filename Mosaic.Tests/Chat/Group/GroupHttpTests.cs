using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Api;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Tests.Chat.Group;

/// <summary>Several bots in one conversation: who speaks, in which order, how often, and what it takes.</summary>
public sealed class GroupHttpTests(AiHouse house) : ChatHouseTest(house)
{
    private static readonly Dictionary<string, string> Interests = new()
    {
        ["Ann"] = "Gardens, beds, compost, bees and flowers.",
        ["Bob"] = "Money, budgets, savings, rent and tax.",
        ["Cid"] = "Running, training and sore knees.",
        ["Dee"] = "Ships, sails and harbours.",
    };

    [Theory]
    [InlineData(TurnRule.Manual, "@Bob, hello", "")]
    [InlineData(TurnRule.Mention, "@Cid and @Ann?", "Cid Ann")]
    [InlineData(TurnRule.Mention, "Anybody?", "Ann")]
    [InlineData(TurnRule.InTurn, "Well?", "Ann Bob Cid")]
    [InlineData(TurnRule.InTurn, "@Cid, well?", "Cid Ann Bob")]
    [InlineData(TurnRule.Interest, "How do I make a budget for the rent?", "Bob Cid")]
    public async Task EachRuleSaysWhoSpeaksAndInWhichOrder(string rule, string said, string speakers)
    {
        var (user, talk, _) = await RoomAsync(rule, 3);
        // What Bob says concerns Cid, and what the others say nobody.
        Stub.AnswerWith(call => call.PromptText.Contains("You are Bob.", StringComparison.Ordinal) ? "Stop running; your training costs you sore knees." : "Hm.");

        await SayAsync(user, talk, said);

        var path = await PathAsync(user, talk);
        Assert.Equal(speakers, string.Join(' ', path.Skip(1).Select(message => message.Name)));
        // Whoever answers the person was asked; the others joined in by themselves.
        Assert.Equal(path.Skip(1).Select((_, place) => place > 0), path.Skip(1).Select(message => message.IsAutomatic));
    }

    [Fact]
    public async Task EachSpeaksUnderItsOwnNameAndPersonaAndHearsTheOthersByName()
    {
        var (user, talk, _) = await RoomAsync(TurnRule.InTurn, 2);
        Stub.AnswerWith(call => call.PromptText.Contains("You are Ann.", StringComparison.Ordinal) ? "The beds are dug." : "They cost a fortune.");

        await SayAsync(user, talk, "How is the house?");

        Assert.Equal([("Ann", "The beds are dug."), ("Bob", "They cost a fortune.")], (await PathAsync(user, talk)).Skip(1).Select(message => (message.Name!, message.Content)));
        var ofBob = Stub.Calls.Last(call => call.IsChat && call.PromptText.Contains("You are Bob.", StringComparison.Ordinal)).PromptText;
        Assert.DoesNotContain("You are Ann.", ofBob, StringComparison.Ordinal);
        Assert.Contains("Ann: The beds are dug.", ofBob, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThreeSpeakInARowAndNoMoreUnlessThePersonSetsIt()
    {
        var (user, talk, bots) = await RoomAsync(TurnRule.InTurn, 4);
        await SayAsync(user, talk, "Well?");
        Assert.Equal(["Ann", "Bob", "Cid"], await SpokenAsync(user, talk));

        // Two that call each other for ever stop at the same cap.
        DoneOf(await Conversations.SetAsync(user, talk, new ConversationSettings { Turns = TurnRule.Mention }));
        Stub.AnswerWith(call => call.PromptText.Contains("You are Ann.", StringComparison.Ordinal) ? "What do you say, @Dee?" : "And you, @Ann?");
        await SayAsync(user, talk, "@Ann, begin.");
        Assert.Equal(["Ann", "Dee", "Ann"], (await SpokenAsync(user, talk)).Skip(3));

        DoneOf(await Conversations.SetAsync(user, talk, new ConversationSettings { Turns = TurnRule.Mention, BotTurns = 1 }));
        await SayAsync(user, talk, "@Ann, again.");
        Assert.Equal(["Ann"], (await SpokenAsync(user, talk)).Skip(6));

        // Picked by the person one speaks whatever the rule says, and that is no automatic turn.
        DoneOf(await Chat.SpeakAsync(user, talk, bots[2].Id));
        var picked = await QuietAsync(user, talk);
        Assert.Equal(("Cid", false), (picked.Name, picked.IsAutomatic));
    }

    [Fact]
    public async Task StopEndsTheRound()
    {
        var (user, talk, _) = await RoomAsync(TurnRule.InTurn, 3);
        Stub.AnswerWith(call => call.PromptText.Contains("You are Ann.", StringComparison.Ordinal) ? "Yes." : string.Join(' ', Enumerable.Range(1, 400)));
        Stub.TokensPerSecond = 40;
        DoneOf(await Chat.SayAsync(user, talk, "Well?"));
        await Eventually.HoldsAsync(async () => (await PathAsync(user, talk)) is [.., { Name: "Bob" } bob] && House.Get<GrowingAnswers>().Find(bob.Id)?.Text.Length > 5);

        Assert.True(await Chat.StopAsync(user, (await PathAsync(user, talk))[^1].Id));

        var last = await QuietAsync(user, talk);
        Assert.Equal(("Bob", MessageState.Stopped), (last.Name, last.State));
        Assert.StartsWith("1 2 3", last.Content, StringComparison.Ordinal);
        Assert.Equal(["Ann", "Bob"], await SpokenAsync(user, talk));
    }

    [Fact]
    public async Task WhoSaysSomethingMeanwhileIsAnsweredAndTheRoundIsOver()
    {
        var (user, talk, _) = await RoomAsync(TurnRule.InTurn, 3);
        Stub.Answer(string.Join(' ', Enumerable.Range(1, 40)));
        Stub.TokensPerSecond = 40;
        var first = DoneOf(await Chat.SayAsync(user, talk, "Well?")).MessageId!.Value;
        Assert.Contains("still writing", ((ChatResult.Refused)await Chat.SayAsync(user, talk, "Wait")).Sentence, StringComparison.Ordinal);
        // Beside the answer that is written there is another way on, and that one is open now.
        var question = (await MessageAsync(first)).ParentId!.Value;
        DoneOf(await Chat.EditAsync(user, question, "Or rather: how much?"));
        Stub.TokensPerSecond = 0;

        await QuietAsync(user, talk);

        Assert.Equal(["Ann", "Bob", "Cid"], await SpokenAsync(user, talk));
        Assert.Equal(1, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM messages WHERE parent_id = {question}"""));
        Assert.Equal(0, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM messages WHERE parent_id = {first}"""));
        Assert.Equal(MessageState.Complete, (await MessageAsync(first)).State);
    }

    [Fact]
    public async Task WhatEachTakesIsCountedWithItsMessageAndAddsUpEverywhere()
    {
        var (user, talk, _) = await RoomAsync(TurnRule.InTurn, 3, House.App.Person("bob").Id, price: 1_000m);
        Stub.AnswerWith(call => call.PromptText.Contains("You are Ann.", StringComparison.Ordinal) ? "Yes." : "No, and that at length.");
        var before = await UsageAsync();

        await SayAsync(user, talk, "Well?");

        var answers = (await PathAsync(user, talk)).Skip(1).ToList();
        var turns = (await House.TurnsAsync(user)).Where(turn => turn.ConversationId == talk && turn.Purpose == "chat" && answers.Exists(answer => answer.TurnId == turn.Id)).ToList();
        Assert.Equal((3, 3), (answers.Count, turns.Count));
        foreach (var answer in answers)
        {
            var turn = turns.Single(turn => turn.Id == answer.TurnId);
            Assert.Equal((turn.InputTokens + turn.OutputTokens, turn.Cost), (answer.TokensUsed, answer.Metadata.Cost));
            // Prices are by the million.
            Assert.Equal(answer.TokensUsed / 1_000m, answer.Metadata.Cost);
        }
        var view = (await Reader.FindAsync(user, talk))!;
        Assert.Equal(answers.Sum(answer => (long)answer.TokensUsed), view.Conversation.TotalTokens);
        var after = await UsageAsync();
        var took = (await House.TurnsAsync(user)).Where(turn => turn.ConversationId == talk && turn.Purpose == "chat").ToList();
        Assert.Equal(view.Cost, took.Sum(turn => turn.Cost));
        Assert.Equal(took.Sum(turn => turn.InputTokens + turn.OutputTokens), after.Tokens - before.Tokens);
        Assert.Equal(took.Sum(turn => turn.Cost ?? 0), after.Cost - before.Cost);
        var page = await (await House.App.SignInAsync("bob")).GetStringAsync("/ai/usage");
        Assert.All(turns, turn => Assert.Contains($"{UsageWords.Number(turn.InputTokens)} / {UsageWords.Number(turn.OutputTokens)} tokens", page, StringComparison.Ordinal));
    }

    private async Task<(Guid User, Guid Talk, List<Bot> Bots)> RoomAsync(string rule, int count, Guid? person = null, decimal? price = null)
    {
        var user = person ?? await House.PersonAsync();
        await House.PointAsync(AiPurpose.Chat, change: edit => edit with { TimeoutSeconds = 60, InputPrice = price, OutputPrice = price });
        Stub.Answer("Hm.");
        var bots = new List<Bot>();
        foreach (var (name, interest) in Interests.Take(count))
            bots.Add(await BotAsync(user, name, change: sheet => sheet with { AutoReply = false, Description = interest, PersonalityPrompt = $"You are {name}." }));
        var talk = DoneOf(await Conversations.StartAsync(await FindAsync(user), bots[0].Id)).ConversationId;
        foreach (var bot in bots.Skip(1)) DoneOf(await Voices.AddAsync(user, talk, bot.Id));
        DoneOf(await Conversations.SetAsync(user, talk, new ConversationSettings { Turns = rule }));
        return (user, talk, bots);
    }

    private async Task<IEnumerable<string?>> SpokenAsync(Guid user, Guid talk) => (await PathAsync(user, talk)).Where(message => message.Role == MessageRole.Assistant).Select(message => message.Name);

    /// <summary>What the chats of somebody took, as programs are told.</summary>
    private async Task<(long Tokens, decimal Cost)> UsageAsync()
    {
        var usage = await (await House.App.ProgramAsync("bob", ApiScopes.MemosRead)).GetFromJsonAsync<JsonElement>("/api/v1/usage");
        var chats = usage.GetProperty("purposes").EnumerateArray().Where(line => line.GetProperty("purpose").GetString() == "chat").ToList();
        return (chats.Sum(line => line.GetProperty("inputTokens").GetInt64() + line.GetProperty("outputTokens").GetInt64()), chats.Sum(line => line.GetProperty("cost") is { ValueKind: JsonValueKind.Number } cost ? cost.GetDecimal() : 0));
    }
}
