namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>What a word of the lists does.</summary>
internal enum MoodWordKind
{
    /// <summary>It speaks for a mood.</summary>
    Mood,

    /// <summary>It turns the next words into their opposite.</summary>
    Negation,

    /// <summary>It makes the next word stronger or weaker.</summary>
    Degree,
}
