using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Sync;

/// <summary>How far a device has read one kind of row. For people to look at: what a device reads next, it says itself.</summary>
public sealed class SyncCursor
{
    public required Guid UserId { get; init; }

    /// <summary>Chosen by the device; at most 100 characters.</summary>
    public required string ClientId { get; init; }

    public required string EntityType { get; init; }
    public string? UserAgent { get; init; }
    public long LastSeq { get; init; }
    public DateTimeOffset LastSyncAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class SyncCursorMapping : IEntityTypeConfiguration<SyncCursor>
{
    public void Configure(EntityTypeBuilder<SyncCursor> entity)
    {
        entity.ToTable("sync_cursors");
        entity.HasKey(cursor => new { cursor.UserId, cursor.ClientId, cursor.EntityType });
    }
}
