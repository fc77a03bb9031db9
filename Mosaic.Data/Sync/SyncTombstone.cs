using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Sync;

/// <summary>That a synced row is gone for good; written by the database when the row is deleted.</summary>
public sealed class SyncTombstone
{
    public required Guid UserId { get; init; }
    public required string Entity { get; init; }
    public required Guid Id { get; init; }
    public required long ChangeSeq { get; init; }
}

internal sealed class SyncTombstoneMapping : IEntityTypeConfiguration<SyncTombstone>
{
    public void Configure(EntityTypeBuilder<SyncTombstone> entity)
    {
        entity.ToTable("sync_tombstones");
        entity.HasKey(tombstone => new { tombstone.UserId, tombstone.Entity, tombstone.ChangeSeq });
    }
}
