using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Bots;

namespace Mosaic.Data.Chat;

/// <summary>How conversations and what is said in them are asked for. Every query begins with its owner.</summary>
public static class ChatQueries
{
    public static IQueryable<Conversation> OwnedBy(this IQueryable<Conversation> conversations, Guid userId) => conversations.Where(conversation => conversation.UserId == userId);

    /// <summary>Those that are not deleted.</summary>
    public static IQueryable<Conversation> Living(this IQueryable<Conversation> conversations) => conversations.Where(conversation => conversation.DeletedAt == null);

    public static IQueryable<Message> OwnedBy(this IQueryable<Message> messages, Guid userId) => messages.Where(message => message.UserId == userId);

    /// <summary>Those that are not deleted.</summary>
    public static IQueryable<Message> Living(this IQueryable<Message> messages) => messages.Where(message => message.DeletedAt == null);

    /// <summary>Bots that somebody may talk with: their own, and those that others offer.</summary>
    public static IQueryable<Bot> TalkingTo(this MosaicDb db, Guid userId) =>
        db.Bots.Living().Where(bot => bot.UserId == userId || (bot.IsPublic && db.Users.Any(owner => owner.Id == bot.UserId && owner.IsActive)));

    /// <summary>Lets one who changes a conversation wait for another.</summary>
    public static Task LockConversationAsync(this MosaicDb db, Guid conversationId, CancellationToken cancellationToken)
    {
        var name = $"conversation {conversationId:N}";
        return db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellationToken);
    }
}
