namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>The score by day of the week.</summary>
internal static class WeekdayScores
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>All seven, from Monday on; empty for fewer than <see cref="TrendRules.FewestDays"/> days with a score.</summary>
    public static IReadOnlyList<WeekdayScore> Of(IEnumerable<TrendDay> days)
    {
        var scored = days.Where(day => day.Score is not null).ToList();
        if (scored.Count < TrendRules.FewestDays) return [];
        var byDay = scored.ToLookup(day => day.Date.DayOfWeek, day => day.Score!.Value);
        return [.. Week.Select(day => new WeekdayScore(day, byDay[day].Any() ? byDay[day].Average() : null, byDay[day].Count()))];
    }
}
