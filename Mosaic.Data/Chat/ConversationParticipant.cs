using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Chat;

/// <summary>A bot that takes part in a conversation.</summary>
public sealed class ConversationParticipant
{
    public required Guid ConversationId { get; init; }
    public required Guid BotId { get; init; }

    /// <summary>It may speak; one that was sent away stays known by what it said.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>It may speak without being asked, as the turn rule has it.</summary>
    public bool AutoRespond { get; set; } = true;

    /// <summary>Its place in the row, from 0.</summary>
    public int Position { get; set; }
}

internal sealed class ConversationParticipantMapping : IEntityTypeConfiguration<ConversationParticipant>
{
    public void Configure(EntityTypeBuilder<ConversationParticipant> entity)
    {
        entity.ToTable("conversation_participants");
        entity.HasKey(participant => new { participant.ConversationId, participant.BotId });
    }
}
