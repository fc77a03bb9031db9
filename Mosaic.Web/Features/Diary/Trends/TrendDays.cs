namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>Days as trends see them.</summary>
internal static class TrendDays
{
    public static IReadOnlyList<TrendDay> Of(IEnumerable<DayLine> days, TimeZoneInfo zone) => [.. days.Select(day => new TrendDay(
        day.Date, day.Mood?.Key, day.Mood?.Score, day.Tags, [.. day.CheckIns.Select(entry => new TrendCheckIn(TimeZoneInfo.ConvertTime(entry.At, zone).Hour, entry.Score))]))];
}
