using System.Buffers;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>
/// Brings the forms of an English or German word together by cutting common endings, without knowing the tongue. It is meant for counting
/// and not for reading: what is left need not be a word.
/// </summary>
internal static class WordStem
{
    private const int Shortest = 3;

    // Longest first, since the first that fits is cut.
    private static readonly string[] Endings = ["ungen", "ingly", "iert", "ung", "ing", "ern", "est", "ies", "ed", "en", "er", "es", "em", "ly", "ie", "st", "te", "s", "e", "y", "n", "t"];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The stem within a folded word.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= Shortest || word[0] > 'z') return word;
        var stem = WithoutEnding(WithoutEnding(WithoutParticiple(word)));
        return stem.Length > Shortest && stem[^1] == stem[^2] && stem[^1] is not 's' ? stem[..^1] : stem;
    }

    // gelaufen, gekauft
    private static ReadOnlySpan<char> WithoutParticiple(ReadOnlySpan<char> word) =>
        word.Length >= 7 && word.StartsWith("ge") && (word.EndsWith("en") || word[^1] == 't') ? word[2..] : word;

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
            if (word.Length - ending.Length >= Shortest && word.EndsWith(ending)) return HasVowel(word[..^ending.Length]) ? word[..^ending.Length] : word;
        return word;
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);
}
