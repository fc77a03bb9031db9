using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Memos;

/// <summary>What somebody is writing and has not saved: one for each memo under edit, and one for a new memo.</summary>
public sealed class MemoDraft
{
    /// <summary>Drafts may be longer than memos, so that a text over the limit is refused at saving and yet kept.</summary>
    public const int MaxLength = 400_000;

    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>The memo under edit; null in the composer of new memos.</summary>
    public Guid? MemoId { get; init; }

    /// <summary>The id the memo has or will get, so that saving twice makes one memo.</summary>
    public required Guid TargetId { get; set; }

    public required string Content { get; set; }
    public Guid[] ResourceIds { get; set; } = [];
    public bool AiExcluded { get; set; }

    /// <summary>The revision the edit began from; 0 for a new memo.</summary>
    public int BaseRevision { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class MemoDraftMapping : IEntityTypeConfiguration<MemoDraft>
{
    public void Configure(EntityTypeBuilder<MemoDraft> entity) => entity.ToTable("memo_drafts");
}
