using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Search;

/// <summary>What a person searched for: lately, or kept under a name.</summary>
public sealed class KeptSearch
{
    /// <summary>The longest query, in UTF-16 code units.</summary>
    public const int MaxLength = 500;

    /// <summary>The longest name, in letters.</summary>
    public const int MaxName = 50;

    public required Guid UserId { get; init; }

    /// <summary>In the language of the search box.</summary>
    public required string Query { get; init; }

    /// <summary>Null for one that is only recent.</summary>
    public string? Name { get; set; }

    public DateTimeOffset UsedAt { get; set; }
}

internal sealed class KeptSearchMapping : IEntityTypeConfiguration<KeptSearch>
{
    public void Configure(EntityTypeBuilder<KeptSearch> entity)
    {
        entity.ToTable("searches");
        entity.HasKey(search => new { search.UserId, search.Query });
    }
}
