using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Chat;

/// <summary>How memories are asked for.</summary>
public static class MemoryQueries
{
    public static IQueryable<Memory> OwnedBy(this IQueryable<Memory> memories, Guid userId) => memories.Where(memory => memory.UserId == userId);

    /// <summary>Those whose source is there: neither the message, nor its conversation, nor the document is deleted.</summary>
    public static IQueryable<Memory> Living(this IQueryable<Memory> memories, MosaicDb db) => memories.Where(memory =>
        (memory.SourceMessageId == null || db.Messages.Any(message => message.Id == memory.SourceMessageId && message.DeletedAt == null))
        && (memory.ConversationId == null || db.Conversations.Any(conversation => conversation.Id == memory.ConversationId && conversation.DeletedAt == null))
        && (memory.DocumentId == null || db.ImportDocuments.Any(document => document.Id == memory.DocumentId && document.DeletedAt == null && document.Status == DocumentStatus.Completed)));

    /// <summary>
    /// What a bot knows at one place of a conversation. What was said on another branch of the same conversation it does not, unless the person
    /// widened it themselves.
    /// </summary>
    /// <param name="memories">Those of the person.</param>
    /// <param name="db">Where they are.</param>
    /// <param name="botId">Who is to know.</param>
    /// <param name="conversationId">Where it speaks.</param>
    /// <param name="path">The messages that lead there.</param>
    /// <param name="now">What is not valid any more is not known.</param>
    public static IQueryable<Memory> KnownTo(this IQueryable<Memory> memories, MosaicDb db, Guid? botId, Guid conversationId, Guid[] path, DateTimeOffset now) => memories.Living(db).Where(memory =>
        (memory.ValidUntil == null || memory.ValidUntil > now)
        && (memory.Scope == MemoryScope.All || (memory.Scope == MemoryScope.Bot && memory.BotId == botId) || (memory.Scope == MemoryScope.Conversation && memory.ConversationId == conversationId))
        && (memory.SourceMessageId == null || memory.ConversationId != conversationId || (memory.IsScopeChosen && memory.Scope != MemoryScope.Conversation) || path.Contains(memory.SourceMessageId.Value)));
}
