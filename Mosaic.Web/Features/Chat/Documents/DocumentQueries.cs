using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>How documents are asked for. Every query begins with its owner.</summary>
internal static class DocumentQueries
{
    public static IQueryable<ImportDocument> OwnedBy(this IQueryable<ImportDocument> documents, Guid userId) => documents.Where(document => document.UserId == userId);

    /// <summary>Those that are not deleted.</summary>
    public static IQueryable<ImportDocument> Living(this IQueryable<ImportDocument> documents) => documents.Where(document => document.DeletedAt == null);

    public static IQueryable<ImportDocument> KnownBy(this IQueryable<ImportDocument> documents, DocumentTarget target) =>
        documents.Where(document => document.Scope == target.Scope && document.BotId == target.BotId && document.ConversationId == target.ConversationId);

    /// <summary>Without their texts.</summary>
    public static async Task<List<DocumentCard>> CardsAsync(this IQueryable<ImportDocument> documents, MosaicDb db, CancellationToken cancellationToken)
    {
        var rows = await documents.AsNoTracking().Select(document => new
        {
            document.Id,
            document.Title,
            document.SourceType,
            document.SourceName,
            document.MimeType,
            document.FileSize,
            document.Scope,
            document.BotId,
            document.ConversationId,
            document.Status,
            document.ErrorMessage,
            document.Progress,
            document.Metadata,
            document.ResourceId,
            document.CreatedAt,
            document.UpdatedAt,
            Bot = db.Bots.Where(bot => bot.Id == document.BotId).Select(bot => bot.Name).SingleOrDefault(),
            Conversation = db.Conversations.Where(conversation => conversation.Id == document.ConversationId).Select(conversation => conversation.Title).SingleOrDefault(),
        }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new DocumentCard(
            row.Id, row.Title, row.SourceType, row.SourceName, row.MimeType, row.FileSize, new DocumentTarget(row.Scope, row.BotId, row.ConversationId), row.Bot ?? (row.Conversation is { Length: > 0 } title ? title : null),
            row.Status, row.ErrorMessage, row.Progress, row.Metadata.Stage, row.Metadata.Chunks, row.ResourceId, row.CreatedAt, row.UpdatedAt));
    }

    /// <summary>Whether a bot or a conversation that a document is for is this person's and there.</summary>
    public static async Task<bool> HasTargetAsync(this MosaicDb db, Guid userId, DocumentTarget target, CancellationToken cancellationToken) => target switch
    {
        { Scope: MemoryScope.Bot, BotId: { } id } => await db.Bots.OwnedBy(userId).Living().AnyAsync(bot => bot.Id == id, cancellationToken),
        { Scope: MemoryScope.Conversation, ConversationId: { } id } => await db.Conversations.OwnedBy(userId).Living().AnyAsync(conversation => conversation.Id == id, cancellationToken),
        _ => target == DocumentTarget.All,
    };

    /// <summary>Lets one who adds a document for a person wait for another.</summary>
    public static Task LockDocumentsAsync(this MosaicDb db, Guid userId, CancellationToken cancellationToken)
    {
        var name = $"documents {userId:N}";
        return db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellationToken);
    }
}
