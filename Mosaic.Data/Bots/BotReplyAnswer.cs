using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Bots;

/// <summary>One answer of a reply, kept when another takes its place.</summary>
public sealed class BotReplyAnswer
{
    public required Guid ReplyId { get; init; }

    /// <summary>From 1, in the order they were given.</summary>
    public required int Number { get; init; }

    public required string Content { get; init; }

    /// <summary><see cref="ReplyState.Done"/> or <see cref="ReplyState.Stopped"/>.</summary>
    public required string State { get; init; }

    public required string Provider { get; init; }
    public required string Model { get; init; }
    public Guid? TurnId { get; init; }
    public IReadOnlyList<RecalledMemo> Recalled { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class BotReplyAnswerMapping : IEntityTypeConfiguration<BotReplyAnswer>
{
    public void Configure(EntityTypeBuilder<BotReplyAnswer> entity)
    {
        entity.ToTable("bot_reply_answers");
        entity.HasKey(answer => new { answer.ReplyId, answer.Number });
        entity.Property(answer => answer.Recalled).IsJson();
    }
}
