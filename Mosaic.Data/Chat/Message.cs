using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mosaic.Data.Sync;

namespace Mosaic.Data.Chat;

/// <summary>Something said in a conversation. What was said instead of it are its siblings: they have the same parent.</summary>
public sealed class Message : ISynced
{
    /// <summary>The longest message of a person, in characters.</summary>
    public const int MaxContent = 100_000;

    public static string EntityName => "message";

    public required Guid Id { get; init; }

    [Unsynced] public required Guid UserId { get; init; }

    public required Guid ConversationId { get; init; }

    /// <summary>What it answers; null where it begins the conversation.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>How many messages stand before it on its path.</summary>
    public required int Depth { get; init; }

    /// <summary>Who says it; null for the person, and for a bot that is gone or never was here.</summary>
    public Guid? BotId { get; init; }

    /// <summary>The name of the bot as it was then.</summary>
    public string? Name { get; init; }

    /// <summary>One of <see cref="MessageRole"/>.</summary>
    public required string Role { get; init; }

    /// <summary>Markdown; while it is written, what has come.</summary>
    public string Content { get; set; } = "";

    /// <summary>What the answer took, the prompt included; 0 for what people say.</summary>
    public int TokensUsed { get; set; }

    public string? Provider { get; set; }
    public string? Model { get; set; }
    public Guid? TurnId { get; set; }

    /// <summary>One of <see cref="MessageState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Why it broke off or never came, in a sentence.</summary>
    public string? Trouble { get; set; }

    /// <summary>A bot spoke because another bot had, and not because the person did.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The run that writes it now.</summary>
    [Unsynced] public Guid? Writer { get; set; }

    public MessageMetadata Metadata { get; set; } = new();

    /// <summary>Memos and documents that its text may hold pieces of.</summary>
    [Unsynced] public Guid[] ReadIds { get; set; } = [];

    /// <summary>Its person had it forgotten: it stays to be read, and no bot reads it any more.</summary>
    public bool IsForgotten { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    [Unsynced] public long ChangeSeq { get; private set; }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> entity)
    {
        entity.ToTable("messages");
        entity.Property(message => message.Metadata).IsJson();
        entity.Property(message => message.ChangeSeq).ValueGeneratedOnAddOrUpdate();
    }
}
