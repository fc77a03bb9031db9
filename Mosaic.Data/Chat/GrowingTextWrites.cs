using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Chat;

public static class GrowingTextWrites
{
    /// <summary>
    /// Writes down in one go what has come of these answers, as a sign that they are still worked on, and says which those are. Others are not
    /// their run's any more, or somebody holds them at this moment: nobody's answer waits for another one's.
    /// </summary>
    public static async Task<HashSet<Guid>> ShowAsync(this MosaicDb db, IReadOnlyCollection<GrowingText> texts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. texts.Select(text => text.MessageId)], users = [.. texts.Select(text => text.UserId)], writers = [.. texts.Select(text => text.Writer)];
        string?[] contents = [.. texts.Select(text => text.Content)];
        return (await db.Database.SqlQuery<Guid>($"""
            WITH mine AS (
              SELECT messages.id, text.content
              FROM unnest({ids}, {users}, {writers}, {contents}) AS text(id, user_id, writer, content)
              JOIN messages ON messages.id = text.id AND messages.user_id = text.user_id AND messages.writer = text.writer
              WHERE messages.deleted_at IS NULL AND messages.state = {MessageState.Streaming}
              FOR UPDATE OF messages SKIP LOCKED
            )
            UPDATE messages SET content = coalesce(mine.content, messages.content), updated_at = {now} FROM mine WHERE messages.id = mine.id RETURNING messages.id AS "Value"
            """).ToListAsync(cancellationToken)).ToHashSet();
    }
}
