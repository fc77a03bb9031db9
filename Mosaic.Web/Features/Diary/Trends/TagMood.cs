namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>A tag and a mood that occurred on the same days, and on how many. That one is the cause of the other is not said.</summary>
public sealed record TagMood(string Tag, string MoodKey, int Days);
