using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Chat;

/// <summary>A memory as a model places it. The vector itself is beyond EF and only in the SQL of <c>Search</c>.</summary>
public sealed class MemoryEmbedding
{
    public required Guid MemoryId { get; init; }
    public required Guid UserId { get; init; }
    public required string Provider { get; init; }
    public required string Model { get; init; }
    public required int Dimensions { get; init; }
    public required string SourceHash { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
}

internal sealed class MemoryEmbeddingMapping : IEntityTypeConfiguration<MemoryEmbedding>
{
    public void Configure(EntityTypeBuilder<MemoryEmbedding> entity)
    {
        entity.ToTable("memory_embeddings");
        entity.HasKey(row => new { row.MemoryId, row.Provider, row.Model, row.Dimensions });
    }
}
