using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mosaic.Data.Sync;

namespace Mosaic.Data.Chat;

/// <summary>A talk of one person with bots. What is said is a tree of <see cref="Message"/>s; the open path through it ends at the active one.</summary>
public sealed class Conversation : ISynced
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitle = 200;

    public static string EntityName => "conversation";

    public required Guid Id { get; init; }

    [Unsynced] public required Guid UserId { get; init; }

    /// <summary>Who speaks when nobody else is asked to; null where the conversation came from elsewhere or its bot is gone.</summary>
    public Guid? BotId { get; set; }

    /// <summary>Empty until the first exchange has been named.</summary>
    public string Title { get; set; } = "";

    /// <summary>One of <see cref="Chat.TitleSource"/>; a person's word is never overwritten.</summary>
    public string TitleSource { get; set; } = Chat.TitleSource.Auto;

    public ConversationSettings Settings { get; set; } = new();

    /// <summary>It leaves nothing behind: gone for good when it is left.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>The last message of the path that is open.</summary>
    public Guid? ActiveMessageId { get; set; }

    /// <summary>Messages of the whole tree that are not deleted.</summary>
    public int MessageCount { get; set; }

    /// <summary>Tokens that answers took, deleted ones included.</summary>
    public long TotalTokens { get; set; }

    public bool IsPinned { get; set; }

    /// <summary>What it was called where it was imported from.</summary>
    [Unsynced] public string? ImportKey { get; init; }

    public DateTimeOffset? ArchivedAt { get; set; }
    public DateTimeOffset? DeletedAt { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When something was said last.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    [Unsynced] public long ChangeSeq { get; private set; }
}

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> entity)
    {
        entity.ToTable("conversations");
        entity.Property(conversation => conversation.Settings).IsJson();
        entity.Property(conversation => conversation.ChangeSeq).ValueGeneratedOnAddOrUpdate();
    }
}
