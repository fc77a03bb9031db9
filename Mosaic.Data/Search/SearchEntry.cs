using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Mosaic.Data.Search;

/// <summary>A text as it is found by words; triggers of the database write it with whatever it is of. What is in the trash has none.</summary>
public sealed class SearchEntry
{
    public required Guid UserId { get; init; }

    /// <summary>What it is of, such as <c>memo</c>.</summary>
    public required string SourceKind { get; init; }

    public required Guid SourceId { get; init; }
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>The text without letter case, accents and widths.</summary>
    public required string Folded { get; init; }

    public required NpgsqlTsVector Words { get; init; }
    public string[] TagPaths { get; init; } = [];
    public bool HasTasks { get; init; }
    public bool HasLinks { get; init; }
    public bool IsArchived { get; init; }
    public bool IsPinned { get; init; }
    public string? Mood { get; init; }
}

internal sealed class SearchEntryMapping : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entity)
    {
        entity.ToTable("search_entries");
        entity.HasKey(entry => new { entry.UserId, entry.SourceKind, entry.SourceId });
    }
}
