using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mosaic.Data.Sync;

namespace Mosaic.Data.Memos;

/// <summary>What a memo said at one time. Numbers start at 1 and are never used twice.</summary>
public sealed class MemoRevision : ISynced
{
    public static string EntityName => "revision";

    public required Guid Id { get; init; }
    public required Guid MemoId { get; init; }

    [Unsynced] public required Guid UserId { get; init; }

    public required int RevisionNumber { get; init; }
    public required string Content { get; set; }
    public string[] Tags { get; set; } = [];
    public string? AiSummary { get; set; }

    /// <summary>One of <see cref="RevisionSource"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The number of the revision this one brought back.</summary>
    public int? RestoredFrom { get; init; }

    /// <summary>A name somebody gave this version; at most 100 characters.</summary>
    public string? Label { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Set when this one old version was deleted; its content is emptied then.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    [Unsynced] public long ChangeSeq { get; private set; }
}

internal sealed class MemoRevisionMapping : IEntityTypeConfiguration<MemoRevision>
{
    public void Configure(EntityTypeBuilder<MemoRevision> entity)
    {
        entity.ToTable("memo_revisions");
        // Known to EF so that a memo is inserted before its revision.
        entity.HasOne<Memo>().WithMany().HasForeignKey(revision => revision.MemoId);
        entity.Property(revision => revision.ChangeSeq).ValueGeneratedOnAddOrUpdate();
    }
}
