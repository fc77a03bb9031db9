using System.Text;
using Mosaic.Data.Search;

namespace Mosaic.Web.Features.Search.Find;

/// <summary>A text without letter case, accents and widths, as the database folds it, and where each letter stands in the text itself.</summary>
internal sealed class FoldedText
{
    private readonly int[] _places;
    private List<(int Start, int End)>? _words;

    public FoldedText(string text)
    {
        Text = text;
        var (folded, places) = (new StringBuilder(text.Length), new List<int>(text.Length + 1));
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii) folded.Append(char.ToLowerInvariant((char)rune.Value));
            else folded.Append(Fold(rune));
            while (places.Count < folded.Length) places.Add(at);
            at += rune.Utf16SequenceLength;
        }
        places.Add(text.Length);
        (Folded, _places) = (folded.ToString(), [.. places]);
    }

    public string Text { get; }

    public string Folded { get; }

    /// <summary>Where the words stand in the folded text; signs that are words by themselves are none.</summary>
    public IReadOnlyList<(int Start, int End)> Words => _words ??= WordsOf(Folded);

    /// <summary>Where a stretch of the folded text stands in the text.</summary>
    public (int Start, int End) Find(int start, int end)
    {
        var (from, to) = (_places[start], _places[end]);
        // Accents that stand behind their letter belong to it.
        while (to > from && end > 0 && to == _places[end - 1] && to < Text.Length) to++;
        return (from, to);
    }

    public static string Of(string text) => new FoldedText(text).Folded;

    private static List<(int Start, int End)> WordsOf(string folded)
    {
        var words = new List<(int, int)>();
        for (var from = 0; from < folded.Length; from++)
        {
            if (!IsOfWord(folded[from])) continue;
            var to = from + 1;
            while (to < folded.Length && IsOfWord(folded[to])) to++;
            words.Add((from, to));
            from = to;
        }
        return words;
    }

    private static bool IsOfWord(char letter) => char.IsAsciiLetterOrDigit(letter) || (char.IsLetterOrDigit(letter) && !Ideographs.Contains(letter));

    private static string Fold(Rune rune)
    {
        // What Unicode calls no character cannot be normalised.
        if (rune == Rune.ReplacementChar || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF) return rune.ToString();
        var parts = Rune.ToLowerInvariant(rune).ToString().Normalize(NormalizationForm.FormKD);
        return string.Concat(parts.Where(letter => letter is < '\u0300' or > '\u036f').Select(letter => letter switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' => "d",
            'ı' => "i",
            _ => letter.ToString(),
        })).Normalize(NormalizationForm.FormKC);
    }
}
