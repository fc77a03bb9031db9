using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Diary;

/// <summary>What somebody is writing on the page of a day and has not saved.</summary>
public sealed class DiaryDraft
{
    /// <summary>Longer than a page may be, so that a text over the limit is refused at saving and yet kept.</summary>
    public const int MaxLength = 100_000;

    public required Guid UserId { get; init; }
    public required DateOnly Date { get; init; }
    public required string Content { get; set; }

    /// <summary>The revision the edit began from; 0 where there was no page.</summary>
    public int BaseRevision { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class DiaryDraftMapping : IEntityTypeConfiguration<DiaryDraft>
{
    public void Configure(EntityTypeBuilder<DiaryDraft> entity)
    {
        entity.ToTable("diary_drafts");
        entity.HasKey(draft => new { draft.UserId, draft.Date });
    }
}
