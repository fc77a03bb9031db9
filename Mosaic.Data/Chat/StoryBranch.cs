using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Chat;

/// <summary>A named point of a conversation's tree: what comes below its message is one way the story went.</summary>
public sealed class StoryBranch
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitle = 100;

    /// <summary>The longest direction, in characters.</summary>
    public const int MaxDirection = 2_000;

    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public required Guid ConversationId { get; init; }

    /// <summary>The nearest branch above it.</summary>
    public Guid? ParentId { get; set; }

    public required Guid MessageId { get; init; }
    public required string Title { get; set; }

    /// <summary>1 to 6.</summary>
    public required short Color { get; set; }

    /// <summary>Where the person wanted it to go.</summary>
    public string? UserDirection { get; init; }

    public BranchGeneration GenerationParams { get; init; } = new();

    /// <summary>How many branches stand above it.</summary>
    public required int Depth { get; set; }

    /// <summary>Its place among the branches of the conversation, from 0.</summary>
    public required int BranchOrder { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class StoryBranchMapping : IEntityTypeConfiguration<StoryBranch>
{
    public void Configure(EntityTypeBuilder<StoryBranch> entity)
    {
        entity.ToTable("story_branches");
        entity.Property(branch => branch.GenerationParams).IsJson();
    }
}
