using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Branches;
using Mosaic.Web.Features.Chat.Group;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>What people do in a conversation that makes bots speak. The answer is written on its own; who called is not waited for.</summary>
public sealed class ChatService
{
    private const string StillWriting = "The bot is still writing. Wait for it, or stop it.";

    private readonly IDbContextFactory<MosaicDb> _databases;
    private readonly AnswerRuns _runs;
    private readonly Live _live;
    private readonly TimeProvider _clock;

    internal ChatService(IDbContextFactory<MosaicDb> databases, AnswerRuns runs, Live live, TimeProvider clock) => (_databases, _runs, _live, _clock) = (databases, runs, live, clock);

    /// <summary>Says something, and has whoever's turn it is answer.</summary>
    /// <param name="userId">Who speaks.</param>
    /// <param name="conversationId">Where.</param>
    /// <param name="content">Markdown.</param>
    /// <param name="after">Behind which message; null goes on where the conversation is open.</param>
    /// <param name="speaker">Who is to answer; null leaves it to the turn rule.</param>
    /// <param name="id">The message's id, where a program or a device made it: said already, it is not said again.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answer that is begun; of a message that nobody answers, itself.</returns>
    public Task<ChatResult> SayAsync(Guid userId, Guid conversationId, string content, Guid? after = null, Guid? speaker = null, Guid? id = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, conversationId, async (db, conversation) =>
        {
            var parent = after ?? conversation.ActiveMessageId;
            if (after is not null && !await db.Messages.Living().AnyAsync(message => message.Id == after && message.ConversationId == conversationId, cancellationToken)) return new Step.NotFound();
            return await SayBelowAsync(db, conversation, parent, content, speaker, id, cancellationToken);
        }, cancellationToken);

    /// <summary>Says something else in place of an own message; what was said stays beside it.</summary>
    public Task<ChatResult> EditAsync(Guid userId, Guid messageId, string content, CancellationToken cancellationToken = default) =>
        OnMessageAsync(userId, messageId, (db, conversation, message) => message.Role != MessageRole.User ? Refuse("Only what you said can be edited. Have an answer written anew instead.")
            : SayBelowAsync(db, conversation, message.ParentId, content, null, null, cancellationToken), cancellationToken);

    /// <summary>Has another answer written beside one.</summary>
    /// <param name="userId">Who asks.</param>
    /// <param name="messageId">The answer so far.</param>
    /// <param name="direction">Where the person wants it to go; null leaves it open.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ChatResult> AgainAsync(Guid userId, Guid messageId, string? direction = null, CancellationToken cancellationToken = default) =>
        OnMessageAsync(userId, messageId, async (db, conversation, message) =>
        {
            if (message.Role != MessageRole.Assistant) return await Refuse("Only answers can be written anew.");
            if (await SpeakerOfAsync(db, conversation, message.BotId, cancellationToken) is not { } speaker) return await Refuse("The bot that said this is gone. Add another voice first.");
            return new Step.Begun(await db.BeginAnswerAsync(conversation, message.ParentId, speaker, message.IsAutomatic, _clock.GetUtcNow(), direction, cancellationToken));
        }, cancellationToken);

    /// <summary>Has an answer written in each of some directions, all at once, beside an answer or behind what the person said; each is a branch of its own.</summary>
    /// <returns>The first of them, which is opened.</returns>
    internal Task<ChatResult> DirectAsync(Guid userId, Guid messageId, IReadOnlyList<string> directions, CancellationToken cancellationToken) =>
        OnMessageAsync(userId, messageId, async (db, conversation, message) =>
        {
            var isSaid = message.Role == MessageRole.User;
            if (!isSaid && message.Role != MessageRole.Assistant) return await Refuse("Only answers can be written in several directions.");
            if ((isSaid ? await NextTurn.SpeakerAsync(db, conversation, messageId, cancellationToken) : await SpeakerOfAsync(db, conversation, message.BotId, cancellationToken)) is not { } speaker)
                return await Refuse(isSaid ? "Nobody would answer this. Let a bot speak first." : "The bot that said this is gone. Add another voice first.");
            var (now, branches, answers) = (_clock.GetUtcNow(), await db.CountBranchesAsync(conversation.Id, cancellationToken), new List<Message>());
            if (branches + directions.Count > BranchRules.Most) return await Refuse(BranchRules.TooMany);
            // Each a moment later, so that they keep their order.
            foreach (var direction in directions)
                answers.Add(await db.BeginAnswerAsync(conversation, isSaid ? messageId : message.ParentId, speaker, isAutomatic: false, now.AddTicks(10 * answers.Count), direction, cancellationToken));
            conversation.ActiveMessageId = answers[0].Id;
            await db.AddBranchesAsync(conversation.Id, [.. answers.Select((answer, at) => new StoryBranch
            {
                Id = Guid.CreateVersion7(answer.CreatedAt), UserId = userId, ConversationId = conversation.Id, MessageId = answer.Id, Title = BranchRules.TitleOf(directions[at]),
                Color = BranchRules.ColorAfter(branches + at), UserDirection = directions[at], GenerationParams = new BranchGeneration { Number = at + 1 },
                Depth = 0, BranchOrder = branches + at, CreatedAt = answer.CreatedAt, UpdatedAt = answer.CreatedAt,
            })], cancellationToken);
            return new Step.Begun([.. answers]);
        }, cancellationToken);

    /// <summary>Has a bot speak next, without anything being said to it.</summary>
    public Task<ChatResult> SpeakAsync(Guid userId, Guid conversationId, Guid botId, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, conversationId, async (db, conversation) =>
        {
            if (await SpeakerOfAsync(db, conversation, botId, cancellationToken) is null) return new Step.NotFound();
            return new Step.Begun(await db.BeginAnswerAsync(conversation, conversation.ActiveMessageId, botId, isAutomatic: false, _clock.GetUtcNow(), null, cancellationToken));
        }, cancellationToken);

    /// <summary>Has an answer that broke off go on where it did, or one that never came written.</summary>
    public Task<ChatResult> ContinueAsync(Guid userId, Guid messageId, CancellationToken cancellationToken = default) =>
        OnMessageAsync(userId, messageId, async (db, conversation, message) =>
        {
            if (message.Role != MessageRole.Assistant || message.State == MessageState.Complete) return await Refuse("This answer is complete.");
            if (await SpeakerOfAsync(db, conversation, message.BotId, cancellationToken) is null) return await Refuse("The bot that said this is gone.");
            (message.State, message.Trouble, message.Writer, message.UpdatedAt) = (MessageState.Streaming, null, Guid.NewGuid(), _clock.GetUtcNow());
            conversation.ActiveMessageId = await db.LeafBelowAsync(userId, messageId, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new Step.Begun(message);
        }, cancellationToken);

    /// <summary>Ends an answer that is being written; what has come stays. False when it is not being written.</summary>
    public async Task<bool> StopAsync(Guid userId, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Messages.OwnedBy(userId).AnyAsync(message => message.Id == messageId && message.State == MessageState.Streaming, cancellationToken)) return false;
        await _live.AnnounceAsync(Topics.ChatStops(userId), messageId.ToString(), CancellationToken.None);
        return true;
    }

    private async Task<Step> SayBelowAsync(MosaicDb db, Conversation conversation, Guid? parent, string content, Guid? speaker, Guid? id, CancellationToken cancellationToken)
    {
        content = MemoRules.CleanContent(content).Trim();
        if (content.Length == 0) return new Step.Refused("Write something first.");
        if (content.Length > Message.MaxContent) return new Step.Refused($"A message has at most {Message.MaxContent:N0} characters. Give a longer text as a document.");
        if (id is not null && await db.Messages.SingleOrDefaultAsync(message => message.Id == id, cancellationToken) is { } said)
            return said.UserId == conversation.UserId && said.ConversationId == conversation.Id ? new Step.Said(said) : new Step.Refused("This id is taken. Make a new one.");
        if (parent is not null && await db.Messages.AnyAsync(message => message.Id == parent && message.State == MessageState.Streaming, cancellationToken)) return new Step.Refused(StillWriting);
        if (speaker is not null && await SpeakerOfAsync(db, conversation, speaker, cancellationToken) is null) return new Step.NotFound();
        var now = _clock.GetUtcNow();
        var message = await db.AddAsync(conversation, new Message
        {
            Id = id ?? Guid.CreateVersion7(now),
            UserId = conversation.UserId,
            ConversationId = conversation.Id,
            ParentId = parent,
            Depth = await db.DepthBelowAsync(parent, cancellationToken),
            Role = MessageRole.User,
            Content = content,
            State = MessageState.Complete,
            CreatedAt = now,
            UpdatedAt = now,
        }, cancellationToken);
        speaker ??= await NextTurn.SpeakerAsync(db, conversation, message.Id, cancellationToken);
        // A moment later, so that it stands behind what it answers in every order by time.
        return speaker is { } bot ? new Step.Begun(await db.BeginAnswerAsync(conversation, message.Id, bot, isAutomatic: false, now.AddTicks(10), null, cancellationToken)) : new Step.Said(message);
    }

    /// <summary>The bot if it may speak here.</summary>
    private static async Task<Guid?> SpeakerOfAsync(MosaicDb db, Conversation conversation, Guid? botId, CancellationToken cancellationToken) =>
        await db.ConversationParticipants.AnyAsync(voice => voice.ConversationId == conversation.Id && voice.BotId == botId && voice.IsActive, cancellationToken)
            && await db.TalkingTo(conversation.UserId).AnyAsync(bot => bot.Id == botId, cancellationToken) ? botId : null;

    private async Task<ChatResult> OnMessageAsync(Guid userId, Guid messageId, Func<MosaicDb, Conversation, Message, Task<Step>> change, CancellationToken cancellationToken)
    {
        Guid? conversationId;
        await using (var db = await _databases.CreateDbContextAsync(cancellationToken))
            conversationId = await db.Messages.OwnedBy(userId).Living().Where(message => message.Id == messageId).Select(message => (Guid?)message.ConversationId).SingleOrDefaultAsync(cancellationToken);
        if (conversationId is not { } id) return new ChatResult.NotFound();
        return await ChangeAsync(userId, id, async (db, conversation) => await db.Messages.Living().SingleOrDefaultAsync(message => message.Id == messageId, cancellationToken) switch
        {
            null => new Step.NotFound(),
            { State: MessageState.Streaming } => new Step.Refused(StillWriting),
            var message => await change(db, conversation, message),
        }, cancellationToken);
    }

    private async Task<ChatResult> ChangeAsync(Guid userId, Guid conversationId, Func<MosaicDb, Conversation, Task<Step>> change, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockConversationAsync(conversationId, cancellationToken);
        if (await db.Conversations.OwnedBy(userId).Living().SingleOrDefaultAsync(conversation => conversation.Id == conversationId, cancellationToken) is not { } conversation) return new ChatResult.NotFound();
        var step = await change(db, conversation);
        if (step is Step.Refused refused) return new ChatResult.Refused(refused.Sentence);
        if (step is Step.NotFound) return new ChatResult.NotFound();
        await transaction.CommitAsync(cancellationToken);
        // Before it is told of, so that who is told finds it growing.
        if (step is Step.Begun begun)
            foreach (var answer in begun.Answers) _runs.Begin(new AnswerTicket(userId, conversationId, answer.Id, answer.Writer!.Value));
        await _live.AnnounceAsync(Topics.Chat(userId), conversationId.ToString(), CancellationToken.None);
        return new ChatResult.Done(conversationId, step switch { Step.Begun { Answers: [var first, ..] } => first.Id, Step.Said said => said.Message.Id, _ => null });
    }

    private static Task<Step> Refuse(string sentence) => Task.FromResult<Step>(new Step.Refused(sentence));

    private abstract record Step
    {
        public sealed record Begun(params IReadOnlyList<Message> Answers) : Step;

        public sealed record Said(Message Message) : Step;

        public sealed record NotFound : Step;

        public sealed record Refused(string Sentence) : Step;
    }
}
