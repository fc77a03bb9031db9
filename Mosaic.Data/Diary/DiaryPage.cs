using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mosaic.Data.Sync;

namespace Mosaic.Data.Diary;

/// <summary>The page of one day of one person.</summary>
public sealed class DiaryPage : ISynced
{
    /// <summary>The longest text, in UTF-16 code units.</summary>
    public const int MaxLength = 50_000;

    public static string EntityName => "diary";

    [Unsynced] public required Guid UserId { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>By this devices, history and search know it; people and addresses know its day.</summary>
    public required Guid Id { get; init; }

    /// <summary>Markdown.</summary>
    public required string Summary { get; set; }

    /// <summary>The key of a <see cref="Mood"/>, which may be gone since.</summary>
    public string? MoodKey { get; set; }

    /// <summary>1 to 10.</summary>
    public short? MoodScore { get; set; }

    /// <summary>One of <see cref="DiarySource"/>.</summary>
    public required string GenerationSource { get; set; }

    /// <summary>No night touches it.</summary>
    public bool AutoGenerationLocked { get; set; }

    public Guid[] GeneratedFromMemoIds { get; set; } = [];

    /// <summary>Which memos each sentence came from, as JSON; null once a person wrote the text.</summary>
    public string? Provenance { get; set; }

    /// <summary>The AI turn that made the text; null where none did.</summary>
    public Guid? TurnId { get; set; }

    /// <summary>One of <see cref="DiaryState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Up to when memos of the day were read for the text; what was written later is newer than the page.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>The highest revision number ever used.</summary>
    public int RevisionCount { get; set; } = 1;

    public DateTimeOffset? LastGeneratedAt { get; set; }

    /// <summary>When it went to the trash.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    [Unsynced] public long ChangeSeq { get; private set; }

    /// <summary>What it says now, as a line of its history.</summary>
    /// <param name="source">A source of <see cref="DiaryRevision"/>.</param>
    /// <param name="now">When it was written.</param>
    /// <param name="restoredFrom">The number of the revision that was brought back.</param>
    public DiaryRevision Revise(string source, DateTimeOffset now, int? restoredFrom = null) => new()
    {
        Id = Guid.CreateVersion7(),
        DiaryId = Id,
        UserId = UserId,
        RevisionNumber = RevisionCount,
        Summary = Summary,
        MoodKey = MoodKey,
        MoodScore = MoodScore,
        Source = source,
        RestoredFrom = restoredFrom,
        CreatedAt = now,
        UpdatedAt = now,
    };
}

internal sealed class DiaryPageMapping : IEntityTypeConfiguration<DiaryPage>
{
    public void Configure(EntityTypeBuilder<DiaryPage> entity)
    {
        entity.ToTable("diaries");
        entity.HasKey(page => new { page.UserId, page.Date });
        entity.HasAlternateKey(page => page.Id);
        entity.Property(page => page.Provenance).HasColumnType("jsonb");
        entity.Property(page => page.ChangeSeq).ValueGeneratedOnAddOrUpdate();
    }
}
