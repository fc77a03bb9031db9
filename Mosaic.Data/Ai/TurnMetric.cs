using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Ai;

/// <summary>One call of a model or of the offline helper: what it was for, what it took and how it ended. No text.</summary>
public sealed class TurnMetric
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public required string Purpose { get; init; }
    public Guid? ConversationId { get; init; }
    public Guid? RoomId { get; init; }
    public int? TurnNumber { get; init; }
    public required string Provider { get; init; }
    public required string Model { get; init; }

    /// <summary>While it runs, the estimate.</summary>
    public int InputTokens { get; set; }

    public int OutputTokens { get; set; }

    /// <summary>Of the input, what the provider had read before.</summary>
    public int CachedTokens { get; set; }

    /// <summary>The provider did not say, so the tokens were counted from the text.</summary>
    public bool IsEstimated { get; set; }

    public int? FirstTokenMs { get; set; }
    public int? LatencyMs { get; set; }

    /// <summary>In the admin's currency; null where no price is set.</summary>
    public decimal? Cost { get; set; }

    /// <summary>What went wrong, in one word; <c>none</c> where nothing did.</summary>
    public string Classification { get; set; } = "none";

    /// <summary>One of <see cref="TurnOutcome"/>.</summary>
    public required string Outcome { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class TurnMetricMapping : IEntityTypeConfiguration<TurnMetric>
{
    public void Configure(EntityTypeBuilder<TurnMetric> entity)
    {
        entity.ToTable("turn_metrics");
        entity.Property(turn => turn.Cost).HasColumnType("numeric(18,8)");
    }
}
