using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Memos;

/// <summary>One memo names another in its text. Both belong to the same person.</summary>
public sealed class MemoLink
{
    public required Guid FromMemoId { get; init; }
    public required Guid ToMemoId { get; init; }
}

internal sealed class MemoLinkMapping : IEntityTypeConfiguration<MemoLink>
{
    public void Configure(EntityTypeBuilder<MemoLink> entity)
    {
        entity.ToTable("memo_links");
        entity.HasKey(link => new { link.FromMemoId, link.ToMemoId });
    }
}
