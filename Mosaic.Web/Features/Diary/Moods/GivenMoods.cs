namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>The eight moods that everybody has.</summary>
public static class GivenMoods
{
    public const string Joy = "joy", Calm = "calm", Neutral = "neutral", Sadness = "sadness", Anxiety = "anxiety", Anger = "anger", Focus = "focus", Tired = "tired";

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<GivenMood> All { get; } =
    [
        new(Joy, "joy", Level: 5, TypicalScore: 9),
        new(Calm, "calm", Level: 4, TypicalScore: 7),
        new(Focus, "focus", Level: 4, TypicalScore: 7),
        new(Neutral, "neutral", Level: 3, TypicalScore: 5),
        new(Tired, "tired", Level: 2, TypicalScore: 4),
        new(Sadness, "sadness", Level: 2, TypicalScore: 3),
        new(Anxiety, "anxiety", Level: 2, TypicalScore: 3),
        new(Anger, "anger", Level: 1, TypicalScore: 2),
    ];

    public static GivenMood? Find(string? key) => All.FirstOrDefault(mood => mood.Key == key);

    /// <summary>The first mood whose typical score is nearest to this one.</summary>
    public static GivenMood Nearest(int score) => All.MinBy(mood => Math.Abs(mood.TypicalScore - score))!;
}
