using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Chat;

/// <summary>Something bots keep: a fact about the person, a passage of a document or of an old part of a conversation, or the summary of what went before.</summary>
public sealed class Memory
{
    /// <summary>The longest fact, in characters.</summary>
    public const int MaxFact = 1_000;

    public static string EntityName => "memory";

    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>Who remembers it.</summary>
    public Guid? BotId { get; set; }

    /// <summary>Where it was said.</summary>
    public Guid? ConversationId { get; set; }

    /// <summary>The nearest named branch it was said on.</summary>
    public Guid? BranchId { get; set; }

    public Guid? DocumentId { get; init; }

    /// <summary>One of <see cref="MemoryKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Content { get; set; }

    /// <summary>One of <see cref="MemoryScope"/>.</summary>
    public required string Scope { get; set; }

    /// <summary>The person chose the scope: it holds on every branch.</summary>
    public bool IsScopeChosen { get; set; }

    /// <summary>0 to 1.</summary>
    public float Importance { get; set; } = 0.5f;

    /// <summary>It goes into every prompt it may go into.</summary>
    public bool IsPinned { get; set; }

    public DateTimeOffset? ValidUntil { get; set; }

    /// <summary>The message that says it; of a summary, the last one it covers.</summary>
    public Guid? SourceMessageId { get; init; }

    /// <summary>Which piece of its document or message it is, from 0.</summary>
    public int Position { get; init; }

    /// <summary>Memos and documents that its text may hold pieces of.</summary>
    public Guid[] ReadIds { get; init; } = [];

    public MemoryMetadata Metadata { get; set; } = new();
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class MemoryMapping : IEntityTypeConfiguration<Memory>
{
    public void Configure(EntityTypeBuilder<Memory> entity)
    {
        entity.ToTable("memories");
        entity.Property(memory => memory.Metadata).IsJson();
    }
}
