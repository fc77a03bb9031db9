using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Memos;

/// <summary>Changes of tags on many memos at once; each runs inside the caller's transaction.</summary>
public static class TagWrites
{
    private const int Purpose = 0x7461_6773;

    /// <summary>One change of many memos at a time for a person, and none while one of their memos is being saved.</summary>
    public static Task LockTagsAsync(this MosaicDb db, Guid userId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Purpose}, hashtext({userId.ToString()}))", cancellationToken);

    /// <summary>Savings do not wait for each other, but for a change of many memos, whose texts they must not overwrite.</summary>
    public static Task LockTagsForSavingAsync(this MosaicDb db, Guid userId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({Purpose}, hashtext({userId.ToString()}))", cancellationToken);

    /// <summary>Writes new tags, and where a text changed, the text and its revision.</summary>
    public static async Task WriteTagsAsync(
        this MosaicDb db, Guid userId, IReadOnlyList<TagChange> changes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Arrays of arrays must be rectangular, so the tags of a memo travel as one string: no tag holds a line break.
        var ids = changes.Select(change => change.MemoId).ToArray();
        var tags = changes.Select(change => string.Join('\n', change.Tags)).ToArray();
        var contents = changes.Select(change => change.Content).ToArray();
        var revisions = changes.Select(change => change.Revision).ToArray();
        await db.Database.ExecuteSqlAsync($"""
            UPDATE memos SET tags = string_to_array(changed.tags, E'\n'), content = coalesce(changed.content, memos.content),
                revision_count = changed.revision, updated_at = greatest({now}, memos.updated_at)
            FROM unnest({ids}, {tags}, {contents}, {revisions}) AS changed (id, tags, content, revision)
            WHERE memos.id = changed.id AND memos.user_id = {userId}
            """, cancellationToken);
        var rewritten = changes.Where(change => change.Content is not null).ToArray();
        if (rewritten.Length == 0) return;
        var keys = rewritten.Select(_ => Guid.CreateVersion7()).ToArray();
        var memos = rewritten.Select(change => change.MemoId).ToArray();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO memo_revisions (id, memo_id, user_id, revision_number, content, tags, source, created_at, updated_at)
            SELECT made.id, memos.id, memos.user_id, memos.revision_count, memos.content, memos.tags, {RevisionSource.Human}, {now}, {now}
            FROM unnest({keys}, {memos}) AS made (id, memo_id) JOIN memos ON memos.id = made.memo_id AND memos.user_id = {userId}
            """, cancellationToken);
    }

    /// <summary>
    /// Gives memos back the tags and texts they had before these changes, if nobody changed them since; a text given back is a new revision.
    /// Answers with how many memos were given back.
    /// </summary>
    public static async Task<int> TakeBackAsync(
        this MosaicDb db, Guid userId, IReadOnlyList<TagChange> changes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = changes.Select(change => change.MemoId).ToArray();
        var before = changes.Select(change => string.Join('\n', change.TagsBefore)).ToArray();
        var after = changes.Select(change => string.Join('\n', change.Tags)).ToArray();
        var rewritten = changes.Select(change => change.Content is not null).ToArray();
        var revisions = changes.Select(change => change.Revision).ToArray();
        var keys = changes.Select(_ => Guid.CreateVersion7()).ToArray();
        var given = await db.Database.SqlQuery<int>($"""
            WITH taken AS (
                SELECT * FROM unnest({ids}, {before}, {after}, {rewritten}, {revisions}, {keys}) AS t (id, before, after, rewritten, revision, key)
            ), old AS (
                SELECT taken.*, memo_revisions.content FROM taken LEFT JOIN memo_revisions
                    ON rewritten AND memo_id = taken.id AND user_id = {userId} AND revision_number = taken.revision - 1 AND memo_revisions.deleted_at IS NULL
            ), given AS (
                UPDATE memos SET tags = string_to_array(old.before, E'\n'), content = coalesce(old.content, memos.content),
                    revision_count = revision_count + old.rewritten::integer, updated_at = greatest({now}, memos.updated_at)
                FROM old
                WHERE memos.id = old.id AND memos.user_id = {userId} AND memos.revision_count = old.revision
                    AND memos.tags = string_to_array(old.after, E'\n') AND (old.content IS NOT NULL OR NOT old.rewritten)
                RETURNING memos.id, memos.user_id, memos.content, memos.tags, memos.revision_count, old.rewritten, old.revision, old.key
            ), revised AS (
                INSERT INTO memo_revisions (id, memo_id, user_id, revision_number, content, tags, source, restored_from, created_at, updated_at)
                SELECT key, id, user_id, revision_count, content, tags, {RevisionSource.Restore}, revision - 1, {now}, {now} FROM given WHERE rewritten
            )
            SELECT count(*)::integer AS "Value" FROM given
            """).ToListAsync(cancellationToken);
        return given[0];
    }

    /// <summary>Puts a tag on these memos, where it is not on them yet and there is room; answers with those that changed.</summary>
    public static Task<List<Guid>> PutTagOnAsync(
        this MosaicDb db, Guid userId, Guid[] memoIds, string tag, int most, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<Guid>($"""
            UPDATE memos SET tags = array_append(tags, {tag}), updated_at = {now}
            WHERE id = ANY ({memoIds}) AND user_id = {userId} AND deleted_at IS NULL AND NOT {tag} = ANY (tags) AND cardinality(tags) < {most}
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
}
