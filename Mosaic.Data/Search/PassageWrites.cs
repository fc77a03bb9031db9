using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Search;

/// <summary>How passages and their vectors get into the index; each is part of the caller's transaction.</summary>
public static class PassageWrites
{
    /// <summary>Makes these the passages of these texts. One that did not change stays, with the vectors of every model; the others go with theirs.</summary>
    public static async Task WritePassagesAsync(this MosaicDb db, Guid userId, string kind, IReadOnlyList<SourcePassages> texts, CancellationToken cancellationToken)
    {
        var ids = texts.Select(text => text.SourceId).ToArray();
        var rows = texts.SelectMany(text => text.Passages.Select(passage => (text.SourceId, Passage: passage))).ToList();
        var (sources, positions, hashes) = (rows.Select(row => row.SourceId).ToArray(), rows.Select(row => row.Passage.Position).ToArray(), rows.Select(row => row.Passage.Hash).ToArray());
        await db.Database.ExecuteSqlAsync($"""
            DELETE FROM passages WHERE user_id = {userId} AND source_kind = {kind} AND source_id = ANY ({ids}) AND NOT EXISTS (
              SELECT FROM unnest({sources}, {positions}, {hashes}) AS kept (source, position, hash)
              WHERE kept.source = passages.source_id AND kept.position = passages.position AND kept.hash = passages.source_hash)
            """, cancellationToken);
        if (rows.Count == 0) return;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO passages (user_id, source_kind, source_id, position, text, source_hash)
            SELECT {userId}, {kind}, source, position, text, hash
            FROM unnest({sources}, {positions}, {rows.Select(row => row.Passage.Text).ToArray()}, {hashes}) AS new (source, position, text, hash)
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

    /// <summary>Locks memos until the transaction ends; answers with those that are still at this revision and may be indexed.</summary>
    public static async Task<IReadOnlySet<Guid>> LockForIndexAsync(
        this MosaicDb db, Guid userId, IReadOnlyList<Guid> memoIds, IReadOnlyList<int> revisions, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<Guid>($"""
            SELECT id AS "Value" FROM memos JOIN unnest({memoIds.ToArray()}, {revisions.ToArray()}) AS asked (memo, revision) ON memo = id AND revision = revision_count
            WHERE user_id = {userId} AND NOT ai_excluded AND deleted_at IS NULL ORDER BY id FOR UPDATE OF memos
            """).ToListAsync(cancellationToken)).ToHashSet();
}
