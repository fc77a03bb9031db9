namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>Judges the mood of English and German texts by lists of words, without a model.</summary>
internal static class MoodLexicon
{
    private const int MostWords = 8, LowestScore = 1, HighestScore = 10;

    /// <summary>What one text may weigh, so that a long one does not speak for the whole day.</summary>
    private const double MostOfText = 12;

    /// <summary>What an ordinary word weighs.</summary>
    private const double Ordinary = 2;

    /// <summary>How far weak and strong words pull the score from the typical one of their mood.</summary>
    private const double Weakest = 0.5, Strongest = 1.35;

    private static readonly int Middle = GivenMoods.Find(GivenMoods.Neutral)!.TypicalScore;

    /// <summary>The mood with most evidence and a score from all of it; neutral where there is none.</summary>
    public static MoodJudgement Judge(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var evidence = texts.SelectMany(text => Capped(MoodReading.Of(text))).ToList();
        if (evidence.Count == 0) return new MoodJudgement(GivenMoods.Neutral, Middle, []);
        var mood = evidence.GroupBy(word => word.MoodKey).MaxBy(words => words.Sum(word => word.Weight))!;
        return new MoodJudgement(mood.Key, ScoreOf(evidence),
            [.. mood.OrderByDescending(word => word.Weight).Select(word => word.Word).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords)]);
    }

    private static IEnumerable<MoodEvidence> Capped(IReadOnlyList<MoodEvidence> evidence)
    {
        var share = Math.Min(1, MostOfText / Math.Max(1, evidence.Sum(word => word.Weight)));
        return evidence.Select(word => word with { Weight = word.Weight * share });
    }

    /// <summary>The mean of the typical scores, each as much as it weighs, drawn to the middle by weak words and away from it by strong ones.</summary>
    private static int ScoreOf(List<MoodEvidence> evidence)
    {
        var weight = evidence.Sum(word => word.Weight);
        var distance = evidence.Sum(word => word.Weight * (GivenMoods.Find(word.MoodKey)!.TypicalScore - Middle)) / weight;
        var strength = Math.Clamp(weight / evidence.Count / Ordinary, Weakest, Strongest);
        return Math.Clamp((int)Math.Round(Middle + distance * strength, MidpointRounding.AwayFromZero), LowestScore, HighestScore);
    }
}
