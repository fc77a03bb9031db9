using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Ai;

namespace Mosaic.Web.Platform.Ai.Settings;

/// <summary>What a person decides about AI.</summary>
public sealed class PersonAi(IDbContextFactory<MosaicDb> databases, TimeProvider clock)
{
    public async Task<UserAiSettings> FindAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.UserAiSettings.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == userId, cancellationToken) ?? new UserAiSettings { UserId = userId };
    }

    /// <summary>A sentence when something cannot be kept; null when everything is.</summary>
    public async Task<string?> SaveAsync(UserAiSettings wanted, CancellationToken cancellationToken = default)
    {
        if (wanted.Tone?.Length > UserAiSettings.MaxTone) return $"The tone has at most {UserAiSettings.MaxTone} characters: shorten it.";
        if (wanted.AboutMe?.Length > UserAiSettings.MaxAboutMe) return $"What you say about yourself has at most {UserAiSettings.MaxAboutMe} characters: shorten it.";
        if (wanted.DailyTokens < 0 || wanted.MonthlyTokens < 0) return "A budget is a number of tokens, or 0 for none.";
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO user_ai_settings (user_id, auto_tag, applies_tags, auto_summary, auto_reply, auto_diary, diary_archives, daily_tokens, monthly_tokens, tone, about_me, updated_at)
            VALUES ({wanted.UserId}, {wanted.AutoTag}, {wanted.AppliesTags}, {wanted.AutoSummary}, {wanted.AutoReply}, {wanted.AutoDiary}, {wanted.DiaryArchives}, {wanted.DailyTokens}, {wanted.MonthlyTokens}, {Clean(wanted.Tone)}, {Clean(wanted.AboutMe)}, {clock.GetUtcNow()})
            ON CONFLICT (user_id) DO UPDATE SET auto_tag = excluded.auto_tag, applies_tags = excluded.applies_tags, auto_summary = excluded.auto_summary, auto_reply = excluded.auto_reply,
              auto_diary = excluded.auto_diary, diary_archives = excluded.diary_archives,
              daily_tokens = excluded.daily_tokens, monthly_tokens = excluded.monthly_tokens, tone = excluded.tone, about_me = excluded.about_me, updated_at = excluded.updated_at
            """, cancellationToken);
        return null;
    }

    private static string? Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } said ? said : null;
}
