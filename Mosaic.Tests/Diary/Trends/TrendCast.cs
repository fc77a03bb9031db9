using Mosaic.Web.Features.Diary.Trends;

namespace Mosaic.Tests.Diary.Trends;

/// <summary>Days for trends.</summary>
internal static class TrendCast
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Start = new(2026, 3, 2);

    public static TrendDay Day(int place, string? mood = null, int? score = null, string tags = "", params TrendCheckIn[] checkIns) =>
        new(Start.AddDays(place), mood, score, tags.Split(' ', StringSplitOptions.RemoveEmptyEntries), checkIns);

    public static IReadOnlyList<TrendDay> Days(int count, Func<int, TrendDay> day) => [.. Enumerable.Range(0, count).Select(day)];
}
