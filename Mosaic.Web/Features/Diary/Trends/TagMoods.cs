namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>Which tags and moods occur together.</summary>
internal static class TagMoods
{
    /// <summary>The most frequent pairs first; empty for fewer than <see cref="TrendRules.FewestDays"/> days with a mood.</summary>
    public static IReadOnlyList<TagMood> Of(IEnumerable<TrendDay> days)
    {
        var moods = days.Where(day => day.MoodKey is not null).ToList();
        if (moods.Count < TrendRules.FewestDays) return [];
        return [.. moods.SelectMany(day => day.Tags.Distinct(StringComparer.Ordinal), (day, tag) => (Tag: tag, Mood: day.MoodKey!))
            .GroupBy(pair => pair).Where(same => same.Count() >= TrendRules.FewestTogether)
            .Select(same => new TagMood(same.Key.Tag, same.Key.Mood, same.Count()))
            .OrderByDescending(pair => pair.Days).ThenBy(pair => pair.Tag, StringComparer.Ordinal).ThenBy(pair => pair.MoodKey, StringComparer.Ordinal)
            .Take(TrendRules.MostPairs)];
    }
}
