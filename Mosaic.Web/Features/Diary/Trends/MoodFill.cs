using System.Text.RegularExpressions;
using Mosaic.Web.Features.Diary.Moods;

namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>How pictures of moods are coloured and worded.</summary>
internal static partial class MoodFill
{
    private const string Neutral = "var(--m-mood-neutral)";

    /// <summary>The colour of a mood, from the style sheet; that of neutral where it has none of its own.</summary>
    public static string Of(string moodKey) => Slug().IsMatch(moodKey) ? $"var(--m-mood-{moodKey}, {Neutral})" : Neutral;

    /// <summary>The name of a given mood; a mood of one's own is called by its key.</summary>
    public static string NameOf(string moodKey) => GivenMoods.Find(moodKey)?.Name ?? moodKey;

    [GeneratedRegex(@"\A[a-z0-9-]{1,50}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Slug();
}
