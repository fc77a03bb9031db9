using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Sync;

namespace Mosaic.Web.Features.Sync.Pull;

/// <summary>Reads the changes of one kind of row. Made for every entity that is <see cref="ISynced"/>.</summary>
internal abstract class EntityPull
{
    private const int MostBytes = 4 << 20;

    public abstract string Entity { get; }

    /// <summary>One for each synced entity of the model, by name.</summary>
    public static IReadOnlyList<EntityPull> Of(MosaicDb db) =>
    [
        .. db.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(type => type.IsAssignableTo(typeof(ISynced)))
            .Select(type => (EntityPull)Activator.CreateInstance(typeof(EntityPull<>).MakeGenericType(type))!).OrderBy(pull => pull.Entity, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Writes <c>{"upserted":[…],"deleted":[…]}</c> with at most <paramref name="limit"/> of each, and no more than a few megabytes.
    /// Answers with the last number that is wholly told.
    /// </summary>
    public async Task<long> WriteAsync(MosaicDb db, Guid userId, long after, long upTo, int limit, Utf8JsonWriter json, JsonSerializerOptions options, CancellationToken cancellationToken)
    {
        var gone = after >= upTo ? [] : await db.GoneIn(userId, Entity, after, upTo).Take(limit + 1).ToListAsync(cancellationToken);
        if (gone.Count > limit) upTo = gone[limit - 1].ChangeSeq;
        json.WriteStartObject();
        json.WriteStartArray("upserted");
        if (after < upTo) upTo = await WriteUpsertedAsync(db, userId, after, upTo, limit, MostBytes, json, options, cancellationToken);
        json.WriteEndArray();
        json.WriteStartArray("deleted");
        foreach (var row in gone.Where(row => row.ChangeSeq <= upTo)) json.WriteStringValue(row.Id);
        json.WriteEndArray();
        json.WriteEndObject();
        return Math.Max(after, upTo);
    }

    protected abstract Task<long> WriteUpsertedAsync(
        MosaicDb db, Guid userId, long after, long upTo, int limit, int mostBytes, Utf8JsonWriter json, JsonSerializerOptions options, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class EntityPull<T> : EntityPull where T : class, ISynced
{
    // Of the instance, not the type: a compiled query belongs to one model, and a process may hold more than one.
    private readonly Func<MosaicDb, Guid, long, long, int, IAsyncEnumerable<T>> _query = EF.CompileAsyncQuery(
        (MosaicDb db, Guid userId, long after, long upTo, int limit) => db.Set<T>().AsNoTracking()
            .Where(row => row.UserId == userId && row.ChangeSeq > after && row.ChangeSeq <= upTo).OrderBy(row => row.ChangeSeq).Take(limit));

    public override string Entity => T.EntityName;

    protected override async Task<long> WriteUpsertedAsync(
        MosaicDb db, Guid userId, long after, long upTo, int limit, int mostBytes, Utf8JsonWriter json, JsonSerializerOptions options, CancellationToken cancellationToken)
    {
        var start = json.BytesCommitted + json.BytesPending;
        var (last, count) = (after, 0);
        await foreach (var row in _query(db, userId, after, upTo, limit + 1).WithCancellation(cancellationToken))
        {
            if (count++ == limit || json.BytesCommitted + json.BytesPending - start > mostBytes) return last;
            JsonSerializer.Serialize(json, row, options);
            last = row.ChangeSeq;
        }
        return upTo;
    }
}
