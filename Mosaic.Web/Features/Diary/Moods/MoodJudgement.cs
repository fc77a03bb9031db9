namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>What texts sound like.</summary>
/// <param name="MoodKey">Of one of the given moods.</param>
/// <param name="Score">1 to 10.</param>
/// <param name="Words">What speaks for the mood, as it is written, the strongest first; empty where nothing does.</param>
internal sealed record MoodJudgement(string MoodKey, int Score, IReadOnlyList<string> Words);
