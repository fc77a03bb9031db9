namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>A mood that everybody has.</summary>
/// <param name="Key">What is kept; also the end of the name of its colour, <c>--m-mood-joy</c>.</param>
/// <param name="Name">What people read.</param>
/// <param name="Level">1 to 5, the best is 5.</param>
/// <param name="TypicalScore">1 to 10: what a day of this mood is scored when nothing else is known.</param>
public sealed record GivenMood(string Key, string Name, int Level, int TypicalScore);
