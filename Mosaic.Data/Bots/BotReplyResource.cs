using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Bots;

/// <summary>A picture that goes with a question.</summary>
public sealed class BotReplyResource
{
    /// <summary>How many a question may have.</summary>
    public const int Most = 4;

    public required Guid ReplyId { get; init; }
    public required Guid ResourceId { get; init; }
    public required int SortOrder { get; init; }
}

internal sealed class BotReplyResourceMapping : IEntityTypeConfiguration<BotReplyResource>
{
    public void Configure(EntityTypeBuilder<BotReplyResource> entity)
    {
        entity.ToTable("bot_reply_resources");
        entity.HasKey(picture => new { picture.ReplyId, picture.ResourceId });
    }
}
