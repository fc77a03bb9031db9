namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>A mood check-in, by the hour that the person's clock showed.</summary>
/// <param name="Hour">0 to 23.</param>
/// <param name="Score">1 to 10.</param>
public sealed record TrendCheckIn(int Hour, int Score);
