namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>The score of a day, with the mean of the scored days among the seven that end with it.</summary>
public sealed record ScorePoint(DateOnly Date, int Score, double Mean);
