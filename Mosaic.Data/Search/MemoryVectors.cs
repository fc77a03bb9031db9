using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Search;

/// <summary>Where memories of bots lie among all meanings, and which of them are near.</summary>
public static class MemoryVectors
{
    /// <summary>Writes one model's vectors, all of one length, for memories that are still there and still say what was placed.</summary>
    public static async Task WriteMemoryVectorsAsync(
        this MosaicDb db, Guid userId, string provider, string model, IReadOnlyList<PlacedMemory> placed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (placed.Count == 0) return;
        var length = placed[0].Vector.Length;
        // One long array, since arrays of arrays cannot be taken apart; each row cuts its piece out.
        var numbers = new float[placed.Count * length];
        for (var row = 0; row < placed.Count; row++) placed[row].Vector.CopyTo(numbers, row * length);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO memory_embeddings (memory_id, user_id, provider, model, dimensions, source_hash, embedding, updated_at)
            SELECT memories.id, {userId}, {provider}, {model}, {length}, hash, ({numbers}::real[])[(row - 1) * {length} + 1 : row * {length}]::halfvec, {now}
            FROM unnest({placed.Select(memory => memory.MemoryId).ToArray()}, {placed.Select(memory => memory.Text).ToArray()}, {placed.Select(memory => memory.Hash).ToArray()})
              WITH ORDINALITY AS new (memory, text, hash, row)
            JOIN memories ON memories.id = memory AND memories.user_id = {userId} AND content = text
            ON CONFLICT (memory_id, provider, model, dimensions)
            DO UPDATE SET source_hash = excluded.source_hash, embedding = excluded.embedding, updated_at = excluded.updated_at
            """, cancellationToken);
    }

    /// <summary>How near each memory of a person is that this model has placed; exact, for joining with the memories that count.</summary>
    public static IQueryable<NearMemory> NearMemories(this MosaicDb db, Guid userId, QueryVector place)
    {
        var (numbers, dimensions, provider, model) = (place.Numbers, place.Numbers.Length, place.Provider, place.Model);
        return db.Database.SqlQuery<NearMemory>($"""
            SELECT memory_id AS "MemoryId", -(embedding <#> (SELECT {numbers}::real[]::halfvec)) AS "Cosine" FROM memory_embeddings
            WHERE user_id = {userId} AND provider = {provider} AND model = {model} AND dimensions = {dimensions} OFFSET 0
            """);
    }
}
