namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>How often each mood was.</summary>
internal static class MoodShares
{
    /// <summary>The most frequent first; empty for fewer than <see cref="TrendRules.FewestDays"/> days with a mood.</summary>
    public static IReadOnlyList<MoodShare> Of(IEnumerable<TrendDay> days)
    {
        var moods = days.Where(day => day.MoodKey is not null).Select(day => day.MoodKey!).ToList();
        if (moods.Count < TrendRules.FewestDays) return [];
        return [.. moods.GroupBy(mood => mood)
            .Select(same => new MoodShare(same.Key, same.Count(), (int)Math.Round(100.0 * same.Count() / moods.Count, MidpointRounding.AwayFromZero)))
            .OrderByDescending(share => share.Days).ThenBy(share => share.MoodKey, StringComparer.Ordinal)];
    }
}
