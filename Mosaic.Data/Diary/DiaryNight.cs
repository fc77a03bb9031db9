using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Diary;

/// <summary>What a night made of the memos of a day, as they were then.</summary>
public sealed class DiaryNight
{
    public const string Written = "written", TooLittle = "too-little", KeptFromAi = "kept-from-ai", SwitchedOff = "switched-off", Left = "left";

    public required Guid UserId { get; init; }
    public required DateOnly Date { get; init; }

    /// <summary>One of the words above; the database accepts no other.</summary>
    public required string Outcome { get; set; }

    /// <summary>A sentence for the person.</summary>
    public required string Reason { get; set; }

    /// <summary>Memos changed later are not in it.</summary>
    public DateTimeOffset ReadAt { get; set; }
}

internal sealed class DiaryNightMapping : IEntityTypeConfiguration<DiaryNight>
{
    public void Configure(EntityTypeBuilder<DiaryNight> entity)
    {
        entity.ToTable("diary_nights");
        entity.HasKey(night => new { night.UserId, night.Date });
    }
}
