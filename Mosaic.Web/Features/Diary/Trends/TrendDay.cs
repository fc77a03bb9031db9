namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>A day as trends see it; each date once.</summary>
/// <param name="Date">The day of the diary.</param>
/// <param name="MoodKey">The day's mood; null where it has none.</param>
/// <param name="Score">1 to 10; null where it has none.</param>
/// <param name="Tags">Of its memos, normalised.</param>
/// <param name="CheckIns">All of the day.</param>
public sealed record TrendDay(DateOnly Date, string? MoodKey, int? Score, IReadOnlyList<string> Tags, IReadOnlyList<TrendCheckIn> CheckIns);
