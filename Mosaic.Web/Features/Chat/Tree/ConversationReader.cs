using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Data.Memos;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>Reads the open path of a conversation from its end, and not the tree.</summary>
public sealed class ConversationReader(IDbContextFactory<MosaicDb> databases, VoiceService voices)
{
    /// <summary>How many messages a page begins with, and how many more it gets when asked.</summary>
    public const int PageSize = 40;

    private static readonly string Answers = AiPurpose.Chat.Key();

    /// <summary>Null when there is none, it is deleted, or it is another person's.</summary>
    public async Task<ConversationView?> FindAsync(Guid userId, Guid id, int most = PageSize, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Conversations.AsNoTracking().OwnedBy(userId).Living().SingleOrDefaultAsync(conversation => conversation.Id == id, cancellationToken) is not { } conversation) return null;
        var here = await voices.ListAsync(userId, id, cancellationToken);
        var messages = conversation.ActiveMessageId is { } leaf ? await MessagesAsync(db, conversation, leaf, here, most, cancellationToken) : [];
        return new ConversationView(
            conversation, here, messages, messages is [{ Message.Depth: > 0 }, ..],
            await db.StoryBranches.CountAsync(branch => branch.ConversationId == id, cancellationToken),
            conversation.Settings.ReadsMemos ? await db.Indexable().CountAsync(memo => memo.UserId == userId, cancellationToken) : null,
            await db.TurnMetrics.Where(turn => turn.ConversationId == id && turn.UserId == userId && turn.Purpose == Answers).SumAsync(turn => turn.Cost, cancellationToken));
    }

    /// <summary>One message as pages show it; null when it is gone.</summary>
    public async Task<MessageView?> MessageAsync(Guid userId, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Messages.AsNoTracking().OwnedBy(userId).Living().SingleOrDefaultAsync(message => message.Id == messageId, cancellationToken) is not { } message) return null;
        return (await ViewsAsync(db, message.ConversationId, [message], await voices.ListAsync(userId, message.ConversationId, cancellationToken), cancellationToken))[0];
    }

    /// <summary>Whether a message stands on the open path.</summary>
    public async Task<bool> IsOpenAsync(Guid userId, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var leaf = await db.Messages.OwnedBy(userId).Where(message => message.Id == messageId).Join(db.Conversations, message => message.ConversationId, conversation => conversation.Id, (_, conversation) => conversation.ActiveMessageId)
            .SingleOrDefaultAsync(cancellationToken);
        return leaf is { } end && await db.PathTo(userId, end).AnyAsync(message => message.Id == messageId, cancellationToken);
    }

    private static async Task<IReadOnlyList<MessageView>> MessagesAsync(MosaicDb db, Conversation conversation, Guid leaf, IReadOnlyList<Voice> here, int most, CancellationToken cancellationToken)
    {
        var path = await db.PathTo(conversation.UserId, leaf, most).AsNoTracking().OrderBy(message => message.Depth).ToListAsync(cancellationToken);
        return await ViewsAsync(db, conversation.Id, path, here, cancellationToken);
    }

    private static async Task<IReadOnlyList<MessageView>> ViewsAsync(MosaicDb db, Guid conversationId, List<Message> messages, IReadOnlyList<Voice> here, CancellationToken cancellationToken)
    {
        if (messages.Count == 0) return [];
        var siblings = await db.SiblingsAsync(conversationId, messages, cancellationToken);
        var ids = messages.ConvertAll(message => message.Id);
        var branches = await db.StoryBranches.AsNoTracking().Where(branch => ids.Contains(branch.MessageId)).ToDictionaryAsync(branch => branch.MessageId, cancellationToken);
        var known = here.ToDictionary(voice => voice.BotId);
        var away = messages.Select(message => message.BotId).OfType<Guid>().Where(bot => !known.ContainsKey(bot)).Distinct().ToArray();
        if (away.Length > 0)
            foreach (var voice in await db.Bots.Where(bot => away.Contains(bot.Id)).Select(bot => new Voice(bot.Id, bot.Name, bot.AvatarId, bot.Color, false, bot.DeletedAt != null)).ToListAsync(cancellationToken))
                known[voice.BotId] = voice;
        return [.. messages.Select(message => new MessageView(
            message, [.. siblings[message.ParentId]], message.BotId is { } bot ? known.GetValueOrDefault(bot) : null, branches.GetValueOrDefault(message.Id)))];
    }
}
