using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Diary;

/// <summary>A word for how somebody feels: given to everybody, or a person's own.</summary>
public sealed class Mood
{
    public const int MaxName = 40;

    public required Guid Id { get; init; }

    /// <summary>Null is given to everybody.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Lower-case letters, digits and hyphens; stays when the name changes.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>The id of a symbol of the sprite.</summary>
    public required string Icon { get; set; }

    /// <summary><c>#rrggbb</c>.</summary>
    public required string Color { get; set; }

    /// <summary>1, bad, to 5, good.</summary>
    public required short Level { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class MoodMapping : IEntityTypeConfiguration<Mood>
{
    public void Configure(EntityTypeBuilder<Mood> entity) => entity.ToTable("moods");
}
