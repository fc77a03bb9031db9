using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Search;

/// <summary>How passages and their vectors get into the index; each is part of the caller's transaction.</summary>
public static class PassageWrites
{
    /// <summary>Makes these the passages of a text. One that did not change stays, with the vectors of every model; the others go with theirs.</summary>
    public static async Task WritePassagesAsync(
        this MosaicDb db, Guid userId, string kind, Guid sourceId, IReadOnlyList<PassageText> passages, CancellationToken cancellationToken)
    {
        var positions = passages.Select(passage => passage.Position).ToArray();
        var hashes = passages.Select(passage => passage.Hash).ToArray();
        await db.Database.ExecuteSqlAsync($"""
            DELETE FROM passages WHERE user_id = {userId} AND source_kind = {kind} AND source_id = {sourceId}
              AND NOT EXISTS (SELECT FROM unnest({positions}, {hashes}) AS kept (position, hash) WHERE kept.position = passages.position AND kept.hash = passages.source_hash)
            """, cancellationToken);
        if (passages.Count == 0) return;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO passages (user_id, source_kind, source_id, position, text, source_hash)
            SELECT {userId}, {kind}, {sourceId}, position, text, hash
            FROM unnest({positions}, {passages.Select(passage => passage.Text).ToArray()}, {hashes}) AS new (position, text, hash)
            ON CONFLICT DO NOTHING
            """, cancellationToken);
    }

    /// <summary>Writes one model's vectors, all of one length, for passages that still say what they were made of; others are left out.</summary>
    public static async Task WriteVectorsAsync(
        this MosaicDb db, Guid userId, string provider, string model, IReadOnlyList<PlacedPassage> placed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (placed.Count == 0) return;
        var length = placed[0].Vector.Length;
        // One long array, since arrays of arrays cannot be taken apart; each row cuts its piece out.
        var numbers = new float[placed.Count * length];
        for (var row = 0; row < placed.Count; row++) placed[row].Vector.CopyTo(numbers, row * length);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO passage_embeddings (user_id, source_kind, source_id, position, provider, model, dimensions, source_hash, embedding, updated_at)
            SELECT {userId}, kind, id, passages.position, {provider}, {model}, {length}, hash,
              ({numbers}::real[])[(row - 1) * {length} + 1 : row * {length}]::halfvec, {now}
            FROM unnest({placed.Select(passage => passage.SourceKind).ToArray()}, {placed.Select(passage => passage.SourceId).ToArray()},
              {placed.Select(passage => passage.Position).ToArray()}, {placed.Select(passage => passage.SourceHash).ToArray()}) WITH ORDINALITY AS new (kind, id, place, hash, row)
            JOIN passages ON passages.user_id = {userId} AND source_kind = kind AND source_id = id AND passages.position = place AND passages.source_hash = hash
            ON CONFLICT (user_id, provider, model, dimensions, source_kind, source_id, position)
            DO UPDATE SET source_hash = excluded.source_hash, embedding = excluded.embedding, updated_at = excluded.updated_at
            """, cancellationToken);
    }

    /// <summary>Locks the memo until the transaction ends; false when it is not at this revision any more or may not be indexed.</summary>
    public static async Task<bool> LockForIndexAsync(this MosaicDb db, Guid userId, Guid memoId, int revision, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<int>(
            $"""SELECT 1 AS "Value" FROM memos WHERE id = {memoId} AND user_id = {userId} AND revision_count = {revision} AND NOT ai_excluded AND deleted_at IS NULL FOR UPDATE""")
            .ToListAsync(cancellationToken)).Count > 0;
}
