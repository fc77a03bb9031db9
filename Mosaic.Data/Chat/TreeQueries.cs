using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Chat;

/// <summary>Ways through the tree of a conversation. A tree may have thousands of messages: each query follows one path, or one subtree.</summary>
public static class TreeQueries
{
    /// <summary>A message and those above it, at most so many; in no order.</summary>
    public static IQueryable<Message> PathTo(this MosaicDb db, Guid userId, Guid messageId, int most = int.MaxValue) => db.Messages.FromSql($"""
        SELECT * FROM messages WHERE id IN (
          WITH RECURSIVE path AS (
            SELECT id, parent_id, 1 AS step FROM messages WHERE id = {messageId} AND user_id = {userId} AND deleted_at IS NULL
            UNION ALL SELECT above.id, above.parent_id, step + 1 FROM path JOIN messages above ON above.id = path.parent_id WHERE step < {most}
          ) SELECT id FROM path)
        """);

    /// <summary>A message and all below it; in no order.</summary>
    public static IQueryable<Message> Subtree(this MosaicDb db, Guid userId, Guid messageId) => db.Messages.FromSql($"""
        SELECT * FROM messages WHERE id IN (
          WITH RECURSIVE below AS (
            SELECT id FROM messages WHERE id = {messageId} AND user_id = {userId}
            UNION ALL SELECT child.id FROM below JOIN messages child ON child.parent_id = below.id
          ) SELECT id FROM below)
        """);

    /// <summary>The end of the newest way on from a message; the message itself where nothing follows it.</summary>
    public static async Task<Guid?> LeafBelowAsync(this MosaicDb db, Guid userId, Guid messageId, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<Guid>($"""
            WITH RECURSIVE way AS (
              SELECT id, 0 AS step FROM messages WHERE id = {messageId} AND user_id = {userId} AND deleted_at IS NULL
              UNION ALL
              SELECT child.id, step + 1 FROM way, LATERAL (
                SELECT id FROM messages WHERE parent_id = way.id AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1) AS child
            ) SELECT id AS "Value" FROM way ORDER BY step DESC LIMIT 1
            """).ToListAsync(cancellationToken)).Select(id => (Guid?)id).SingleOrDefault();

    /// <summary>The messages that stand beside any of these, themselves included, oldest first; by what they answer.</summary>
    public static async Task<ILookup<Guid?, Guid>> SiblingsAsync(this MosaicDb db, Guid conversationId, IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var parents = messages.Select(message => message.ParentId).OfType<Guid>().ToArray();
        var hasRoot = messages.Any(message => message.ParentId is null);
        var found = await db.Messages.Living().Where(message => message.ConversationId == conversationId && ((message.ParentId != null && parents.Contains(message.ParentId.Value)) || (hasRoot && message.ParentId == null)))
            .OrderBy(message => message.CreatedAt).ThenBy(message => message.Id).Select(message => new { message.Id, message.ParentId }).ToListAsync(cancellationToken);
        return found.ToLookup(message => message.ParentId, message => message.Id);
    }
}
