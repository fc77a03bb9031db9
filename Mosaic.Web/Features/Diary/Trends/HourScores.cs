namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>The score of check-ins by hour of the day.</summary>
internal static class HourScores
{
    /// <summary>The hours that have any, in their order; empty for fewer than <see cref="TrendRules.FewestDays"/> days with a check-in.</summary>
    public static IReadOnlyList<HourScore> Of(IEnumerable<TrendDay> days)
    {
        var checkedIn = days.Where(day => day.CheckIns.Count > 0).ToList();
        if (checkedIn.Count < TrendRules.FewestDays) return [];
        return [.. checkedIn.SelectMany(day => day.CheckIns).GroupBy(checkIn => checkIn.Hour).OrderBy(hour => hour.Key)
            .Select(hour => new HourScore(hour.Key, hour.Average(checkIn => checkIn.Score), hour.Count()))];
    }
}
