using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Memos;

/// <summary>The statements that go with saving a memo; each runs inside the caller's transaction.</summary>
public static class MemoWrites
{
    /// <summary>
    /// Lets one saving of a memo wait for another, also while the memo does not exist yet. The row is locked before its revision is
    /// written, since the revision's foreign key would take the weaker lock first and meet a delete half-way.
    /// </summary>
    public static async Task LockMemoAsync(this MosaicDb db, Guid memoId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({memoId.ToString()}, 0))", cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM memos WHERE id = {memoId} FOR UPDATE", cancellationToken);
    }

    /// <summary>Makes the links of a memo those its text names; memos of other people and unknown ones are left out.</summary>
    public static async Task LinkAsync(this MosaicDb db, Memo memo, IReadOnlyList<Guid> targets, CancellationToken cancellationToken)
    {
        await db.MemoLinks.Where(link => link.FromMemoId == memo.Id && !targets.Contains(link.ToMemoId)).ExecuteDeleteAsync(cancellationToken);
        if (targets.Count == 0) return;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO memo_links (from_memo_id, to_memo_id)
            SELECT {memo.Id}, id FROM memos WHERE user_id = {memo.UserId} AND id = ANY ({targets.ToArray()}) AND id <> {memo.Id}
            ON CONFLICT DO NOTHING
            """, cancellationToken);
    }

    /// <summary>Makes the files of a memo those named, in that order. A file of another memo or person is left alone; one no longer named is deleted.</summary>
    public static async Task ClaimFilesAsync(this MosaicDb db, Memo memo, IReadOnlyList<Guid> files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Resources.Where(file => file.MemoId == memo.Id && file.DeletedAt == null && !files.Contains(file.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.DeletedAt, now).SetProperty(file => file.UpdatedAt, now), cancellationToken);
        if (files.Count == 0) return;
        await db.Database.ExecuteSqlAsync($"""
            UPDATE resources SET memo_id = {memo.Id}, position = named.position, deleted_at = NULL, updated_at = {now}
            FROM unnest({files.ToArray()}) WITH ORDINALITY AS named (id, position)
            WHERE resources.id = named.id AND user_id = {memo.UserId} AND (memo_id IS NULL OR memo_id = {memo.Id})
            """, cancellationToken);
    }

    /// <summary>
    /// How many of these memos AI may read, with all of those kept as they are until the transaction ends. In one order, so that two such
    /// callers do not wait for each other.
    /// </summary>
    public static async Task<int> HoldReadableAsync(this MosaicDb db, Guid userId, Guid[] memoIds, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<Guid>(
            $"""SELECT id AS "Value" FROM memos WHERE id = ANY ({memoIds}) AND user_id = {userId} AND NOT ai_excluded AND deleted_at IS NULL ORDER BY id FOR SHARE""")
            .ToListAsync(cancellationToken)).Count;

    /// <summary>Removes what models made of these memos, because they are kept from AI now.</summary>
    public static async Task ForgetDerivedAsync(this MosaicDb db, Guid[] memoIds, CancellationToken cancellationToken)
    {
        await db.MemoRevisions.Where(revision => memoIds.Contains(revision.MemoId) && revision.AiSummary != null)
            .ExecuteUpdateAsync(set => set.SetProperty(revision => revision.AiSummary, (string?)null), cancellationToken);
        await db.MemoAi.Where(made => memoIds.Contains(made.MemoId)).ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT forget_readings({memoIds})", cancellationToken);
    }
}
