using Mosaic.Data.Diary;

namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>The mood of a whole day.</summary>
/// <param name="Key">The key of a mood; null when nobody named one.</param>
/// <param name="Score">1 to 10.</param>
/// <param name="Origin">Whose word it is.</param>
public sealed record DayMood(string? Key, int? Score, MoodOrigin Origin)
{
    /// <summary>The person's word on the page, else the middle of the check-ins, else what a draft proposes; null when there is nothing.</summary>
    public static DayMood? Of(string? key, int? score, bool isTheirs, IReadOnlyList<MoodEntry> checkIns)
    {
        var said = key is null && score is null ? null : new DayMood(key, score, isTheirs ? MoodOrigin.Person : MoodOrigin.Draft);
        if (said is { Origin: MoodOrigin.Person } || checkIns.Count == 0) return said;
        return Middle(checkIns);
    }

    public static DayMood? Of(DiaryLine? page, IReadOnlyList<MoodEntry> checkIns) =>
        Of(page?.MoodKey, page?.MoodScore, page is { State: DiaryState.Kept }, checkIns);

    /// <summary>The check-in in the middle by score; of an even number the later of the two nearest gives the mood, both the score.</summary>
    private static DayMood Middle(IReadOnlyList<MoodEntry> checkIns)
    {
        var byScore = checkIns.OrderBy(entry => entry.Score).ThenBy(entry => entry.At).ToList();
        var (low, high) = (byScore[(byScore.Count - 1) / 2], byScore[byScore.Count / 2]);
        var score = (int)Math.Round((low.Score + high.Score) / 2.0, MidpointRounding.AwayFromZero);
        return new DayMood((low.At > high.At ? low : high).MoodKey, score, MoodOrigin.CheckIns);
    }
}
