using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mosaic.Data.Sync;

namespace Mosaic.Data.Diary;

/// <summary>How somebody felt at one moment: a check-in.</summary>
public sealed class MoodEntry : ISynced
{
    public const int MaxNote = 500;

    public static string EntityName => "moodEntry";

    public required Guid Id { get; init; }

    [Unsynced] public required Guid UserId { get; init; }

    /// <summary>The diary day of that moment, where the person was then.</summary>
    public required DateOnly Date { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string MoodKey { get; set; }

    /// <summary>1 to 10.</summary>
    public required short Score { get; set; }

    public string? Note { get; set; }
    public DateTimeOffset? DeletedAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    [Unsynced] public long ChangeSeq { get; private set; }
}

internal sealed class MoodEntryMapping : IEntityTypeConfiguration<MoodEntry>
{
    public void Configure(EntityTypeBuilder<MoodEntry> entity)
    {
        entity.ToTable("mood_entries");
        entity.Property(entry => entry.ChangeSeq).ValueGeneratedOnAddOrUpdate();
    }
}
