using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Chat.Answers;

public sealed class AnswersHttpTests(AiHouse house) : ChatHouseTest(house)
{
    [Fact]
    public async Task WithoutAProviderABotQuotesMemosWithCitationsAndSaysWhoWrote()
    {
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, "The bees came out of the hive on the first warm day of March.");
        await House.WorkIsDoneAsync(user);
        var (talk, _) = await TalkAsync(user);

        var answer = await SayAsync(user, talk, "When did the bees come out of the hive?");

        Assert.Equal((MessageState.Complete, AiProviders.Offline), (answer.State, answer.Provider));
        Assert.Contains("first warm day of March", answer.Content, StringComparison.Ordinal);
        Assert.Contains("[1]", answer.Content, StringComparison.Ordinal);
        var source = Assert.Single(answer.Metadata.Sources);
        Assert.Equal((MessageSource.Memo, memo), (source.Kind, source.Id));
        Assert.Equal([memo], answer.ReadIds);
    }

    [Fact]
    public async Task AnAnswerIsWrittenWithoutAnybodyLookingAndIsKeptWithWhatItTook()
    {
        var user = await House.PersonAsync();
        await PointChatAsync();
        Stub.Answer("A question back: why?");
        var (talk, bot) = await TalkAsync(user);

        var answer = await SayAsync(user, talk, "Hello");

        Assert.Equal("A question back: why?", answer.Content);
        Assert.Equal((bot.Id, "Socrates", MessageRole.Assistant), (answer.BotId!.Value, answer.Name, answer.Role));
        var turn = Assert.Single(await House.TurnsAsync(user), turn => turn.Purpose == "chat");
        Assert.Equal((turn.Id, turn.InputTokens + turn.OutputTokens, talk), (answer.TurnId!.Value, answer.TokensUsed, turn.ConversationId!.Value));
        var view = (await Reader.FindAsync(user, talk))!;
        Assert.Equal((2, (long)answer.TokensUsed), (view.Conversation.MessageCount, view.Conversation.TotalTokens));
        Assert.Equal(0, House.Get<GrowingAnswers>().Count);
    }

    [Fact]
    public async Task StopKeepsWhatCameAndContinueGoesOnBehindIt()
    {
        var user = await House.PersonAsync();
        await PointChatAsync();
        Stub.Answer(string.Join(' ', Enumerable.Range(1, 200)));
        Stub.TokensPerSecond = 40;
        var (talk, _) = await TalkAsync(user);
        var id = DoneOf(await Chat.SayAsync(user, talk, "Count")).MessageId!.Value;
        await Eventually.HoldsAsync(() => Task.FromResult(House.Get<GrowingAnswers>().Find(id)?.Text.Length > 20));

        Assert.True(await Chat.StopAsync(user, id));

        await QuietAsync(user, talk);
        var stopped = await MessageAsync(id);
        Assert.Equal(MessageState.Stopped, stopped.State);
        Assert.StartsWith("1 2 3", stopped.Content, StringComparison.Ordinal);
        Stub.Reset();
        (Stub.TokensPerSecond, House.Stub.Dimensions) = (0, 16);
        Stub.Answer(" and so on.");
        DoneOf(await Chat.ContinueAsync(user, id));
        var whole = await QuietAsync(user, talk);
        Assert.Equal((id, MessageState.Complete), (whole.Id, whole.State));
        Assert.Equal(stopped.Content.TrimEnd() + "and so on.", whole.Content.Replace(" and", "and", StringComparison.Ordinal));
        Assert.Contains(Stub.Calls, call => call.LastUserText.Contains("breaks off", StringComparison.Ordinal));
        Assert.False(await Chat.StopAsync(user, id));
    }

    [Fact]
    public async Task AnAnswerWhoseServerDiedIsMarkedKeepsItsTextAndCanGoOn()
    {
        var user = await House.PersonAsync();
        var (talk, bot) = await TalkAsync(user);
        var said = await SayAsync(user, talk, "Hello");
        var lost = Guid.CreateVersion7();
        // As a process leaves it that is killed.
        await ForceAsync($"""
            INSERT INTO messages (id, user_id, conversation_id, parent_id, depth, bot_id, name, role, content, state, writer, created_at, updated_at)
            VALUES ({lost}, {user}, {talk}, {said.Id}, 2, {bot.Id}, 'Socrates', 'assistant', 'It was a', 'streaming', {Guid.NewGuid()}, now(), now() - interval '1 minute')
            """);

        await Eventually.HoldsAsync(async () => (await MessageAsync(lost)).State != MessageState.Streaming);

        var message = await MessageAsync(lost);
        Assert.Equal((MessageState.Stopped, "It was a", AnswerKeeper.ServerEnded), (message.State, message.Content, message.Trouble));
        DoneOf(await Chat.ContinueAsync(user, lost));
        Assert.Equal(MessageState.Complete, (await QuietAsync(user, talk)).State);
    }

    [Fact]
    public async Task AProviderThatFailsIsASentenceAndRetryWritesTheSameMessage()
    {
        var user = await House.PersonAsync();
        await PointChatAsync();
        Stub.Fault = StubFault.Status400;
        var (talk, _) = await TalkAsync(user);
        var failed = await SayAsync(user, talk, "Hello");
        Assert.Equal((MessageState.Failed, ""), (failed.State, failed.Content));
        Assert.EndsWith(".", failed.Trouble, StringComparison.Ordinal);

        Stub.ClearFaults();
        Stub.Answer("Here I am.");
        DoneOf(await Chat.ContinueAsync(user, failed.Id));

        var answer = await QuietAsync(user, talk);
        Assert.Equal((failed.Id, "Here I am.", MessageState.Complete), (answer.Id, answer.Content, answer.State));
        Assert.Null(answer.Trouble);
    }

    [Fact]
    public async Task WhatIsEditedAndWrittenAnewStandsBesideWhatWas()
    {
        var user = await House.PersonAsync();
        var (talk, _) = await TalkAsync(user);
        var first = await SayAsync(user, talk, "Hello");
        var question = first.ParentId!.Value;

        DoneOf(await Chat.AgainAsync(user, first.Id));
        var second = await QuietAsync(user, talk);
        Assert.Equal(question, second.ParentId);
        DoneOf(await Chat.EditAsync(user, question, "Good evening"));
        var third = await QuietAsync(user, talk);

        var view = (await Reader.FindAsync(user, talk))!;
        Assert.Equal(["Good evening", third.Content], view.Messages.Select(message => message.Message.Content));
        Assert.Equal((2, 2), (view.Messages[0].Number, view.Messages[0].Siblings.Count));
        Assert.Equal(5, view.Conversation.MessageCount);
        DoneOf(await Tree.OpenAsync(user, question));
        var back = (await Reader.FindAsync(user, talk))!;
        Assert.Equal([question, second.Id], back.Messages.Select(message => message.Id));
        Assert.Equal((2, 2), (back.Messages[1].Number, back.Messages[1].Siblings.Count));
    }

    [Fact]
    public async Task DeletingASubtreeCountsAndUndoBringsItBack()
    {
        var user = await House.PersonAsync();
        var (talk, _) = await TalkAsync(user);
        var first = await SayAsync(user, talk, "One");
        var second = await SayAsync(user, talk, "Two");

        Assert.Equal(first.Id, DoneOf(await Tree.DeleteAsync(user, second.ParentId!.Value)).MessageId);
        Assert.Equal(2, (await Conversations.FindAsync(user, talk))!.MessageCount);
        Assert.IsType<ChatResult.NotFound>(await Chat.AgainAsync(user, second.Id));

        Assert.Equal(second.Id, DoneOf(await Tree.RestoreAsync(user, second.ParentId!.Value)).MessageId);
        Assert.Equal(4, (await Conversations.FindAsync(user, talk))!.MessageCount);
        Assert.Equal(4, (await PathAsync(user, talk)).Count);
    }

    [Fact]
    public async Task NobodyTouchesWhatIsAnothers()
    {
        var (user, other) = (await House.PersonAsync(), await House.PersonAsync());
        var (talk, bot) = await TalkAsync(user);
        var answer = await SayAsync(user, talk, "Hello");

        Assert.IsType<ChatResult.NotFound>(await Chat.SayAsync(other, talk, "Hi"));
        Assert.IsType<ChatResult.NotFound>(await Chat.EditAsync(other, answer.ParentId!.Value, "Hi"));
        Assert.IsType<ChatResult.NotFound>(await Chat.AgainAsync(other, answer.Id));
        Assert.IsType<ChatResult.NotFound>(await Tree.DeleteAsync(other, answer.Id));
        Assert.IsType<ChatResult.NotFound>(await Tree.OpenAsync(other, answer.Id));
        Assert.IsType<ChatResult.NotFound>(await Conversations.RenameAsync(other, talk, "Mine"));
        Assert.IsType<ChatResult.NotFound>(await Voices.AddAsync(other, talk, bot.Id));
        Assert.IsType<ChatResult.NotFound>(await Conversations.StartAsync(await FindAsync(other), bot.Id));
        Assert.False(await Conversations.DeleteAsync(other, talk));
        Assert.Null(await Reader.FindAsync(other, talk));
        Assert.Null(await Reader.MessageAsync(other, answer.Id));
    }

    [Fact]
    public async Task NothingIsSaidTwiceOrEmptyOrTooLongOrWhileTheBotWrites()
    {
        var user = await House.PersonAsync();
        await PointChatAsync();
        Stub.Answer(string.Join(' ', Enumerable.Range(1, 300)));
        Stub.TokensPerSecond = 20;
        var (talk, _) = await TalkAsync(user);
        var id = Guid.CreateVersion7();

        Assert.Contains("Write something", RefusalOf(await Chat.SayAsync(user, talk, " \n ")), StringComparison.Ordinal);
        Assert.Contains("at most", RefusalOf(await Chat.SayAsync(user, talk, new string('x', Message.MaxContent + 1))), StringComparison.Ordinal);
        var answer = DoneOf(await Chat.SayAsync(user, talk, "Once", id: id)).MessageId!.Value;
        Assert.Equal(id, DoneOf(await Chat.SayAsync(user, talk, "Once", id: id)).MessageId);
        Assert.Contains("still writing", RefusalOf(await Chat.SayAsync(user, talk, "Again")), StringComparison.Ordinal);
        Assert.Equal(2, (await Conversations.FindAsync(user, talk))!.MessageCount);
        await Chat.StopAsync(user, answer);
        await QuietAsync(user, talk);
    }

    [Fact]
    public async Task ATemporaryConversationLeavesNothingBehind()
    {
        var user = await House.PersonAsync();
        await PointChatAsync();
        Stub.Answer("Noted, heliotrope.");
        var (talk, _) = await TalkAsync(user, temporary: true);
        await SayAsync(user, talk, "My sister is called Heliotrope.");

        Assert.Empty(await MemoriesAsync(user));
        Assert.Empty(await Conversations.ListAsync(user));
        Assert.True(await Conversations.DeleteAsync(user, talk));

        Assert.Empty(await WholeDatabase.FindAsync(House.App.Database, "heliotrope"));
    }
}
