using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Chat.Recall;

public sealed class MemoryHttpTests(AiHouse house) : ChatHouseTest(house)
{
    private const string Fact = "My sister is called Heliotrope.";
    private const string Asked = "What is my sister called?";

    [Fact]
    public async Task WhatIsToldOfOneselfIsKeptWithItsMessageAndRecalledByItsBotAlone()
    {
        var user = await House.PersonAsync();
        var (talk, bot) = await TalkAsync(user);
        var answer = await SayAsync(user, talk, Fact);

        var fact = Assert.Single(await MemoriesAsync(user));
        Assert.Equal((Fact, answer.ParentId, bot.Id, MemoryScope.Bot), (fact.Content, fact.SourceMessageId, fact.BotId, fact.Scope));
        // Told again it is not kept twice.
        await SayAsync(user, talk, Fact);
        Assert.Single(await MemoriesAsync(user));

        var elsewhere = DoneOf(await Conversations.StartAsync(await FindAsync(user), bot.Id)).ConversationId;
        Assert.Contains(fact.Id, Recalled(await SayAsync(user, elsewhere, Asked)));
        var (other, _) = await TalkAsync(user, "Plato");
        Assert.DoesNotContain(fact.Id, Recalled(await SayAsync(user, other, Asked)));
    }

    [Fact]
    public async Task BranchesDoNotKnowEachOthersFactsAndTheTrunkIsKnownToBoth()
    {
        var user = await House.PersonAsync();
        var (talk, _) = await TalkAsync(user);
        var trunk = await SayAsync(user, talk, "My brother is called Barnaby.");
        var inA = await SayAsync(user, talk, Fact);
        await SayAsync(user, talk, "It rains.", after: trunk.Id);
        var (sister, brother) = ((await MemoriesAsync(user)).Single(fact => fact.Content == Fact), (await MemoriesAsync(user)).Single(fact => fact.Content != Fact));

        Assert.DoesNotContain(sister.Id, Recalled(await SayAsync(user, talk, Asked)));
        Assert.Contains(brother.Id, Recalled(await SayAsync(user, talk, "What is my brother called?")));
        var inBoth = await SayAsync(user, talk, Asked, after: inA.Id);
        Assert.Contains(sister.Id, Recalled(inBoth));
        Assert.Contains(brother.Id, Recalled(await SayAsync(user, talk, "What is my brother called?")));
        // The inspector shows what went in, by the memory's id and without a copy of its text.
        Assert.Contains(inBoth.Metadata.Window!.Parts, part => part.Kind == "memory" && part.Id == sister.Id && part.Dropped is null);
    }

    [Fact]
    public async Task MemoryIsOffPerBotAndPerConversation()
    {
        var user = await House.PersonAsync();
        var (forgetful, _) = await TalkAsync(user, "Lethe", change: sheet => sheet with { Config = sheet.Config with { MemoryEnabled = false } });
        await SayAsync(user, forgetful, Fact);
        var (talk, _) = await TalkAsync(user);
        DoneOf(await Conversations.SetAsync(user, talk, new ConversationSettings { Remembers = false }));
        await SayAsync(user, talk, Fact);

        Assert.Empty(await MemoriesAsync(user));
    }

    [Fact]
    public async Task MemosAreReadOnlyWhereTheConversationAllowsItAndBotsOfOthersNeverDo()
    {
        var (user, other) = (await House.PersonAsync(), await House.PersonAsync());
        await WriteAsync(user, "The heron stood in the reeds at dawn.");
        await House.WorkIsDoneAsync(user);
        var (talk, _) = await TalkAsync(user);
        Assert.NotEmpty((await SayAsync(user, talk, "Where did the heron stand?")).Metadata.Sources);
        DoneOf(await Conversations.SetAsync(user, talk, new ConversationSettings { ReadsMemos = false }));
        Assert.Empty((await SayAsync(user, talk, "Where did the heron stand at dawn?")).Metadata.Sources);

        var lent = await BotAsync(other, "Lent", change: sheet => sheet with { AutoReply = false, IsPublic = true });
        var withLent = DoneOf(await Conversations.StartAsync(await FindAsync(user), lent.Id)).ConversationId;
        DoneOf(await Conversations.SetAsync(user, withLent, new ConversationSettings { ReadsMemos = true }));
        Assert.Empty((await SayAsync(user, withLent, "Where did the heron stand?")).Metadata.Sources);
    }

    [Fact]
    public async Task WhatDrewOnAMemoThatIsKeptFromAiIsNotReadAgain()
    {
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, "The heliotrope stood by the well.");
        await House.WorkIsDoneAsync(user);
        var (talk, _) = await TalkAsync(user);
        Assert.Contains("by the well", (await SayAsync(user, talk, "Where did the heliotrope stand?")).Content, StringComparison.Ordinal);
        await Memos.SaveAsync(user, new Mosaic.Web.Features.Memos.MemoEdit(memo, "The heliotrope stood by the well.", null, true, 1));

        await PointChatAsync();
        Stub.Answer("I do not know.");
        await SayAsync(user, talk, "And now?");

        Assert.DoesNotContain("by the well", Talks(), StringComparison.Ordinal);
        Assert.Contains("kept from AI", Talks(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongConversationIsSummedUpAndItsOldPartsAreFoundByMeaning()
    {
        var user = await House.PersonAsync();
        await PointChatAsync();
        Stub.AnswerWith(call => call.SystemText.Contains("Sum up", StringComparison.Ordinal) ? "They spoke of a heliotrope." : "Go on.");
        var (talk, _) = await TalkAsync(user);
        await SayAsync(user, talk, "In the cellar stands a chest with seven brass locks.");
        for (var turn = 0; turn < 24; turn++) await SayAsync(user, talk, $"Turn number {turn} is about nothing.");

        Assert.Single(await MemoriesAsync(user, MemoryKind.Summary));
        Assert.NotEmpty(await MemoriesAsync(user, MemoryKind.Passage));
        var answer = await SayAsync(user, talk, "Where is the chest with the brass locks?");
        Assert.Contains("They spoke of a heliotrope.", Talks(), StringComparison.Ordinal);
        Assert.Contains(answer.Metadata.Window!.Parts, part => part.Kind == "summary");
        Assert.Contains(answer.Metadata.Sources, source => source.Kind == MessageSource.Memory);
    }

    [Fact]
    public async Task ThreeBotsTalkUnderEachRuleAndCostsAddUp()
    {
        var user = await House.PersonAsync();
        await House.PointAsync(AiPurpose.Chat, change: edit => edit with { TimeoutSeconds = 60, InputPrice = 1_000m, OutputPrice = 1_000m });
        Stub.Answer("Yes.");
        foreach (var (rule, count) in new[] { (TurnRule.InTurn, 3), (TurnRule.Mention, 2), (TurnRule.Interest, 1), (TurnRule.Manual, 0) })
        {
            var (talk, _) = await TalkAsync(user, "Ann");
            foreach (var name in new[] { "Bob", "Cid" }) DoneOf(await Voices.AddAsync(user, talk, (await BotAsync(user, name, change: sheet => sheet with { AutoReply = false, PersonalityPrompt = "Quiet." })).Id));
            DoneOf(await Conversations.SetAsync(user, talk, new ConversationSettings { Turns = rule }));

            await SayAsync(user, talk, rule == TurnRule.Mention ? "@Bob and @Cid?" : "Hello all");

            var bots = (await PathAsync(user, talk)).Where(message => message.Role == MessageRole.Assistant).ToList();
            Assert.True(bots.Count == count, $"{rule}: {bots.Count}");
            Assert.Equal(Math.Max(0, count - 1), bots.Count(message => message.IsAutomatic));
            Assert.All(bots, message => Assert.True(message.Metadata.Cost > 0));
            var view = (await Reader.FindAsync(user, talk))!;
            Assert.Equal(bots.Sum(message => (long)message.TokensUsed), view.Conversation.TotalTokens);
            var said = (await House.TurnsAsync(user)).Where(turn => turn.ConversationId == talk && turn.Purpose == "chat").Sum(turn => turn.Cost ?? 0);
            Assert.Equal(bots.Sum(message => message.Metadata.Cost ?? 0), said);
        }
    }

    /// <summary>The last prompt that was for an answer, and not for what is worked out of it.</summary>
    private string Talks() => Stub.Calls.Last(call => call.IsChat && call.SystemText.Contains("You talk with somebody", StringComparison.Ordinal)).PromptText;

    private static IEnumerable<Guid> Recalled(Message answer) => answer.Metadata.Sources.Where(source => source.Kind == MessageSource.Memory).Select(source => source.Id);
}
