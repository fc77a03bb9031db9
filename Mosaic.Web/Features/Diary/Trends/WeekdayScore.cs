namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>The mean score of a day of the week over so many days; null where there is none.</summary>
public sealed record WeekdayScore(DayOfWeek Day, double? Mean, int Days);
