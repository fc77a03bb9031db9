namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>The mean score of the check-ins within an hour of the day.</summary>
/// <param name="Hour">0 to 23.</param>
/// <param name="Mean">1 to 10.</param>
/// <param name="CheckIns">How many it is the mean of.</param>
public sealed record HourScore(int Hour, double Mean, int CheckIns);
