using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Search;

/// <summary>A piece of a text, as long as one meaning.</summary>
public sealed class Passage
{
    public required Guid UserId { get; init; }

    /// <summary>What it is of, such as <c>memo</c>.</summary>
    public required string SourceKind { get; init; }

    public required Guid SourceId { get; init; }

    /// <summary>From 0, in the order of the text.</summary>
    public required int Position { get; init; }

    public required string Text { get; init; }

    /// <summary>Of the text; an embedding of another one is out of date.</summary>
    public required string SourceHash { get; init; }
}

internal sealed class PassageMapping : IEntityTypeConfiguration<Passage>
{
    public void Configure(EntityTypeBuilder<Passage> entity)
    {
        entity.ToTable("passages");
        entity.HasKey(passage => new { passage.UserId, passage.SourceKind, passage.SourceId, passage.Position });
    }
}
