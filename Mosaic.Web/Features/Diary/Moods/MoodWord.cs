namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>An entry of the lists.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="MoodKey">The mood it speaks for; empty for other kinds.</param>
/// <param name="Strength">1 (a hint) to 3 for a mood; a factor for a degree.</param>
internal sealed record MoodWord(MoodWordKind Kind, string MoodKey, double Strength);
