using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Sync;

/// <summary>That a change of a device is done, kept so that the same change sent again is not done again.</summary>
public sealed class SyncReceipt
{
    public required Guid UserId { get; init; }
    public required string ClientId { get; init; }
    public required string ClientChangeId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class SyncReceiptMapping : IEntityTypeConfiguration<SyncReceipt>
{
    public void Configure(EntityTypeBuilder<SyncReceipt> entity)
    {
        entity.ToTable("sync_receipts");
        entity.HasKey(receipt => new { receipt.UserId, receipt.ClientId, receipt.ClientChangeId });
    }
}
