namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>On how many days a mood was the day's, and of the days with a mood how many in a hundred, rounded.</summary>
public sealed record MoodShare(string MoodKey, int Days, int Percent);
