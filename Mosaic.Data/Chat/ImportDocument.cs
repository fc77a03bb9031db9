using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Chat;

/// <summary>A text that somebody gave bots to know; its passages are <see cref="Memory"/>s.</summary>
public sealed class ImportDocument
{
    public static string EntityName => "document";

    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>One of <see cref="MemoryScope"/>.</summary>
    public required string Scope { get; set; }

    public Guid? BotId { get; set; }
    public Guid? ConversationId { get; set; }

    /// <summary>One of <see cref="DocumentSourceType"/>.</summary>
    public required string SourceType { get; init; }

    /// <summary>The file's name, or the address.</summary>
    public required string SourceName { get; init; }

    /// <summary>What it calls itself; empty until it was read.</summary>
    public string Title { get; set; } = "";

    public string? MimeType { get; set; }

    /// <summary>In bytes.</summary>
    public long FileSize { get; set; }

    /// <summary>Of the bytes, in hexadecimal.</summary>
    public string? Sha256 { get; set; }

    /// <summary>The file as it was given.</summary>
    public Guid? ResourceId { get; set; }

    /// <summary>The whole text, once it was read.</summary>
    public string Content { get; set; } = "";

    /// <summary>One of <see cref="DocumentStatus"/>.</summary>
    public required string Status { get; set; }

    /// <summary>Why it could not be read, in a sentence.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>0 to 1.</summary>
    public float Progress { get; set; }

    public DocumentMetadata Metadata { get; set; } = new();
    public DateTimeOffset? DeletedAt { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class ImportDocumentMapping : IEntityTypeConfiguration<ImportDocument>
{
    public void Configure(EntityTypeBuilder<ImportDocument> entity)
    {
        entity.ToTable("import_documents");
        entity.Property(document => document.Metadata).IsJson();
    }
}
