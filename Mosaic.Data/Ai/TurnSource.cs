using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Ai;

/// <summary>A text that a call was given to read.</summary>
public sealed class TurnSource
{
    public required Guid TurnId { get; init; }
    public required int Position { get; init; }
    public required string Kind { get; init; }
    public required Guid SourceId { get; init; }
    public int? Revision { get; init; }

    /// <summary>How near it was to what was asked, 0 to 1; null where it was not searched for.</summary>
    public float? Score { get; init; }
}

internal sealed class TurnSourceMapping : IEntityTypeConfiguration<TurnSource>
{
    public void Configure(EntityTypeBuilder<TurnSource> entity)
    {
        entity.ToTable("turn_sources");
        entity.HasKey(source => new { source.TurnId, source.Position });
    }
}
