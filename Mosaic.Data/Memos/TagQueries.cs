using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Memos;

/// <summary>How tags are asked for. A memo with <c>work/mosaic</c> counts for <c>work</c> too.</summary>
public static class TagQueries
{
    /// <summary>Every tag of a person outside the trash, by name, parents included. Memos with the same tags are counted first, and taken apart once.</summary>
    public static async Task<List<TagCount>> TagCountsAsync(this MosaicDb db, Guid userId, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<TagCount>($"""
            SELECT tag AS "Tag", sum(memos - archived)::integer AS "Count", sum(archived)::integer AS "Archived"
            FROM (
                SELECT tag_paths, count(*) AS memos, count(*) FILTER (WHERE is_archived) AS archived
                FROM memos WHERE user_id = {userId} AND deleted_at IS NULL AND cardinality(tag_paths) > 0 GROUP BY tag_paths
            ) AS alike, unnest(tag_paths) AS tag
            GROUP BY tag ORDER BY tag COLLATE "C"
            """).ToListAsync(cancellationToken);

    /// <summary>
    /// The memos that carry the tag or one below it: those in the archive and in the trash too, so that a memo never comes back with a tag
    /// that was renamed.
    /// </summary>
    public static Task<Guid[]> TaggedIdsAsync(this MosaicDb db, Guid userId, string tag, CancellationToken cancellationToken) =>
        db.Memos.OwnedBy(userId).Where(memo => memo.TagPaths.Contains(tag)).OrderBy(memo => memo.Id).Select(memo => memo.Id).ToArrayAsync(cancellationToken);

    /// <summary>The tags below a tag, wherever their memos are kept.</summary>
    public static Task<List<string>> TagsBelowAsync(this MosaicDb db, Guid userId, string tag, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<string>($"""
            SELECT DISTINCT tag AS "Value" FROM memos, unnest(tags) AS tag
            WHERE user_id = {userId} AND tag_paths @> ARRAY[{tag}] AND starts_with(tag, {tag} || '/') ORDER BY 1
            """).ToListAsync(cancellationToken);

    public static Task<List<TaggedMemo>> TaggedAsync(this MosaicDb db, Guid userId, Guid[] memoIds, CancellationToken cancellationToken) =>
        db.Memos.AsNoTracking().OwnedBy(userId).Where(memo => memoIds.Contains(memo.Id)).OrderBy(memo => memo.Id)
            .Select(memo => new TaggedMemo(memo.Id, memo.Content, memo.Tags, memo.RevisionCount)).ToListAsync(cancellationToken);
}
