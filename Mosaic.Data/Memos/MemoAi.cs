using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Memos;

/// <summary>What AI made of a memo besides its summary: tags proposed and not yet taken or refused, and who made what of which revision.</summary>
public sealed class MemoAi
{
    public required Guid MemoId { get; init; }
    public required Guid UserId { get; init; }
    public string[] ProposedTags { get; set; } = [];

    /// <summary>The revision tags were last proposed for, also when none fitted or all were refused.</summary>
    public int? TagsRevision { get; set; }

    public Guid? TagsTurnId { get; set; }
    public string? TagsProvider { get; set; }
    public int? SummaryRevision { get; set; }
    public Guid? SummaryTurnId { get; set; }
    public string? SummaryProvider { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class MemoAiMapping : IEntityTypeConfiguration<MemoAi>
{
    public void Configure(EntityTypeBuilder<MemoAi> entity)
    {
        entity.ToTable("memo_ai");
        entity.HasKey(made => made.MemoId);
    }
}
