using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mosaic.Data.Sync;

namespace Mosaic.Data.Diary;

/// <summary>What a page said at one time. Numbers start at 1 and are never used twice.</summary>
public sealed class DiaryRevision : ISynced
{
    /// <summary>The sources besides those of <see cref="DiarySource"/>.</summary>
    public const string Human = "human", Restore = "restore", Api = "api";

    public static string EntityName => "diaryRevision";

    public required Guid Id { get; init; }
    public required Guid DiaryId { get; init; }

    [Unsynced] public required Guid UserId { get; init; }

    public required int RevisionNumber { get; init; }
    public required string Summary { get; init; }
    public string? MoodKey { get; init; }
    public short? MoodScore { get; init; }

    /// <summary><c>human</c>, <c>ai</c>, <c>offline</c>, <c>restore</c> or <c>api</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The number of the revision this one brought back.</summary>
    public int? RestoredFrom { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    [Unsynced] public long ChangeSeq { get; private set; }
}

internal sealed class DiaryRevisionMapping : IEntityTypeConfiguration<DiaryRevision>
{
    public void Configure(EntityTypeBuilder<DiaryRevision> entity)
    {
        entity.ToTable("diary_revisions");
        // Known to EF so that a page is inserted before its revision.
        entity.HasOne<DiaryPage>().WithMany().HasForeignKey(revision => revision.DiaryId).HasPrincipalKey(page => page.Id);
        entity.Property(revision => revision.ChangeSeq).ValueGeneratedOnAddOrUpdate();
    }
}
