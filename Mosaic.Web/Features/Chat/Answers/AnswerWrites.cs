using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>How messages get into the tree; each is part of the caller's transaction, who has locked the conversation.</summary>
internal static class AnswerWrites
{
    /// <summary>Puts a message at the end of a path and opens that path.</summary>
    public static async Task<Message> AddAsync(this MosaicDb db, Conversation conversation, Message message, CancellationToken cancellationToken)
    {
        db.Add(message);
        await db.SaveChangesAsync(cancellationToken);
        (conversation.ActiveMessageId, conversation.MessageCount, conversation.UpdatedAt) = (message.Id, conversation.MessageCount + 1, message.CreatedAt);
        await db.SaveChangesAsync(cancellationToken);
        return message;
    }

    /// <summary>Begins an answer of a bot behind a message.</summary>
    public static async Task<Message> BeginAnswerAsync(
        this MosaicDb db, Conversation conversation, Guid? parentId, Guid botId, bool isAutomatic, DateTimeOffset now, string? direction, CancellationToken cancellationToken) => await db.AddAsync(conversation, new Message
        {
            Id = Guid.CreateVersion7(now),
            UserId = conversation.UserId,
            ConversationId = conversation.Id,
            ParentId = parentId,
            Depth = await db.DepthBelowAsync(parentId, cancellationToken),
            BotId = botId,
            Name = await db.Bots.Where(bot => bot.Id == botId).Select(bot => bot.Name).SingleAsync(cancellationToken),
            Role = MessageRole.Assistant,
            State = MessageState.Streaming,
            IsAutomatic = isAutomatic,
            Writer = Guid.NewGuid(),
            Metadata = new MessageMetadata { Direction = direction },
            CreatedAt = now,
            UpdatedAt = now,
        }, cancellationToken);

    public static async Task<int> DepthBelowAsync(this MosaicDb db, Guid? parentId, CancellationToken cancellationToken) =>
        parentId is null ? 0 : 1 + await db.Messages.Where(message => message.Id == parentId).Select(message => message.Depth).SingleAsync(cancellationToken);
}
