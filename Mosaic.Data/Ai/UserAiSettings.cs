using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Ai;

/// <summary>What a person decides about AI. Without a row everything is as the house has it.</summary>
public sealed class UserAiSettings
{
    public const int MaxTone = 200;
    public const int MaxAboutMe = 2000;

    public required Guid UserId { get; init; }

    /// <summary>Tags are proposed for memos that have none.</summary>
    public bool AutoTag { get; set; } = true;

    /// <summary>Proposed tags are put on at once.</summary>
    public bool AppliesTags { get; set; }

    public bool AutoSummary { get; set; } = true;

    /// <summary>A night makes a draft of the day's page.</summary>
    public bool AutoDiary { get; set; } = true;

    /// <summary>The memos a draft was made of go to the archive, with its day.</summary>
    public bool DiaryArchives { get; set; }

    /// <summary>Bots that read along may reply to memos.</summary>
    public bool AutoReply { get; set; } = true;

    /// <summary>Tokens a day; 0 is no limit of one's own.</summary>
    public long DailyTokens { get; set; }

    /// <summary>Tokens a calendar month; 0 is no limit of one's own.</summary>
    public long MonthlyTokens { get; set; }

    /// <summary>How answers should sound.</summary>
    public string? Tone { get; set; }

    /// <summary>What answers may know about the person.</summary>
    public string? AboutMe { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class UserAiSettingsMapping : IEntityTypeConfiguration<UserAiSettings>
{
    public void Configure(EntityTypeBuilder<UserAiSettings> entity)
    {
        entity.ToTable("user_ai_settings");
        entity.HasKey(settings => settings.UserId);
    }
}
