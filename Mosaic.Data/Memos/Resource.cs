using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mosaic.Data.Sync;

namespace Mosaic.Data.Memos;

/// <summary>A file that belongs to somebody, and usually to one of their memos. Equal bytes of one person are stored once.</summary>
public sealed class Resource : ISynced
{
    public static string EntityName => "resource";

    public required Guid Id { get; init; }

    [Unsynced] public required Guid UserId { get; init; }

    /// <summary>Null while it waits in a draft, and for pictures of a profile.</summary>
    public Guid? MemoId { get; set; }

    /// <summary>The name as its owner gave it; shown, never used as a path.</summary>
    public required string Filename { get; init; }

    /// <summary>One of <see cref="Memos.ResourceType"/>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>Sniffed from the bytes, not taken from the sender.</summary>
    public required string MimeType { get; init; }

    /// <summary>In bytes.</summary>
    public required long FileSize { get; init; }

    public required byte[] Sha256 { get; init; }

    [Unsynced] public string StorageType { get; init; } = "local";

    /// <summary>Relative to the files folder of the data directory.</summary>
    [Unsynced] public required string StoragePath { get; init; }

    /// <summary>Width, height and the like, as JSON.</summary>
    public JsonElement Metadata { get; set; }

    public string? AiDescription { get; set; }
    public int Position { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? DeletedAt { get; set; }

    [Unsynced] public long ChangeSeq { get; private set; }
}

internal sealed class ResourceMapping : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> entity)
    {
        entity.ToTable("resources");
        entity.Property(resource => resource.Metadata).HasColumnType("jsonb");
        entity.Property(resource => resource.ChangeSeq).ValueGeneratedOnAddOrUpdate();
    }
}
