namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>A word that speaks for a mood, with its weight after negation and intensity; an ordinary word weighs 2.</summary>
internal sealed record MoodEvidence(string MoodKey, double Weight, string Word);
