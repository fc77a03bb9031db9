using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Search;

/// <summary>A passage as a model places it. The vector itself is beyond EF and only in the SQL of this folder.</summary>
public sealed class PassageEmbedding
{
    public required Guid UserId { get; init; }
    public required string SourceKind { get; init; }
    public required Guid SourceId { get; init; }
    public required int Position { get; init; }
    public required string Provider { get; init; }
    public required string Model { get; init; }
    public required int Dimensions { get; init; }
    public required string SourceHash { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
}

internal sealed class PassageEmbeddingMapping : IEntityTypeConfiguration<PassageEmbedding>
{
    public void Configure(EntityTypeBuilder<PassageEmbedding> entity)
    {
        entity.ToTable("passage_embeddings");
        entity.HasKey(row => new { row.UserId, row.SourceKind, row.SourceId, row.Position, row.Provider, row.Model, row.Dimensions });
    }
}
