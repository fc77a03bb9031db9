using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Ai;

/// <summary>The exact prompt of a call. It holds copies of texts and goes with any of them.</summary>
public sealed class TurnPrompt
{
    public required Guid TurnId { get; init; }
    public required Guid UserId { get; init; }
    public required string Prompt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class TurnPromptMapping : IEntityTypeConfiguration<TurnPrompt>
{
    public void Configure(EntityTypeBuilder<TurnPrompt> entity)
    {
        entity.ToTable("turn_prompts");
        entity.HasKey(prompt => prompt.TurnId);
    }
}
