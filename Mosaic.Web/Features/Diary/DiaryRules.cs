using System.Globalization;
using Mosaic.Data.Diary;

namespace Mosaic.Web.Features.Diary;

/// <summary>What a page may be.</summary>
public static class DiaryRules
{
    private static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>The sentence that refuses this day, or null. Nobody is further ahead than the day after today in UTC.</summary>
    public static string? RefuseDay(DateOnly date, DateTimeOffset now) =>
        date < First ? "A diary begins in 1900. Choose a later day."
        : date > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1) ? "This day is still to come. Its page can be written once it is there."
        : null;

    /// <summary>The sentence that refuses this page, or null.</summary>
    public static string? Refuse(string summary, string? moodKey, int? score)
    {
        var over = summary.Length - DiaryPage.MaxLength;
        if (over > 0)
            return string.Create(CultureInfo.InvariantCulture, $"This page is {over:N0} {(over == 1 ? "character" : "characters")} over the limit of {DiaryPage.MaxLength:N0}. Nothing is lost; shorten it and save again.");
        if (score is < 1 or > 10) return "A score is a number from 1 to 10.";
        return string.IsNullOrWhiteSpace(summary) && moodKey is null && score is null ? "There is nothing to keep yet. Pick a mood, a score, or write something." : null;
    }
}
