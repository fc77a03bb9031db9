namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>The five steps between bad and good.</summary>
public static class MoodLevels
{
    /// <summary>The symbol of a mood of one's own, by its level.</summary>
    public static string IconOf(int level) => level switch
    {
        >= 5 => "mood-joy",
        4 => "mood-calm",
        3 => "mood-neutral",
        2 => "mood-sadness",
        _ => "mood-anger",
    };

    public static string NameOf(int level) => level switch
    {
        >= 5 => "very good",
        4 => "good",
        3 => "neither",
        2 => "bad",
        _ => "very bad",
    };
}
