using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mosaic.Data.Sync;

namespace Mosaic.Data.Bots;

/// <summary>A persona that somebody made: it reads along, replies and talks.</summary>
public sealed class Bot : ISynced
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 100;

    /// <summary>The longest line that says what it is for.</summary>
    public const int MaxDescription = 2_000;

    /// <summary>The longest prompt, backstory and greeting, each.</summary>
    public const int MaxText = 20_000;

    public static string EntityName => "bot";

    public required Guid Id { get; init; }

    [Unsynced] public required Guid UserId { get; init; }

    public required string Name { get; set; }

    /// <summary>The picture's file; without one it has its initials.</summary>
    public Guid? AvatarId { get; set; }

    /// <summary>The ground of its initials, 1 to 6.</summary>
    public short Color { get; set; } = 1;

    public string Description { get; set; } = "";
    public string PersonalityPrompt { get; set; } = "";
    public string Backstory { get; set; } = "";

    /// <summary>What it says first in a conversation.</summary>
    public string Greeting { get; set; } = "";

    public IReadOnlyList<BotTrait> Attributes { get; set; } = [];
    public BotConfig Config { get; set; } = new();
    public string[] Tags { get; set; } = [];

    /// <summary>It replies by itself when its <see cref="Trigger"/> says so; else only when asked.</summary>
    public bool AutoReply { get; set; }

    public BotTrigger Trigger { get; set; } = new();

    /// <summary>Everybody of the house may talk with it and clone it.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Its place in the list; equal places go by id.</summary>
    public int SortOrder { get; set; }

    /// <summary>The character card it came from, as JSON.</summary>
    [Unsynced] public string? Card { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    [Unsynced] public long ChangeSeq { get; private set; }
}

internal sealed class BotMapping : IEntityTypeConfiguration<Bot>
{
    public void Configure(EntityTypeBuilder<Bot> entity)
    {
        entity.ToTable("bots");
        entity.Property(bot => bot.Attributes).IsJson();
        entity.Property(bot => bot.Config).IsJson();
        entity.Property(bot => bot.Trigger).IsJson();
        entity.Property(bot => bot.Card).HasColumnType("jsonb");
        entity.Property(bot => bot.ChangeSeq).ValueGeneratedOnAddOrUpdate();
    }
}
