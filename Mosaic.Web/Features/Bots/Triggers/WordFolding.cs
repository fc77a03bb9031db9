using System.Text;

namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>A text without letter case, accents and widths, with one space for any white space.</summary>
internal static class WordFolding
{
    /// <summary>Never fails: what cannot be normalised becomes U+FFFD.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in Sound(text).Normalize(NormalizationForm.FormKD))
        {
            if (IsSilent(sign)) continue;
            if (!char.IsWhiteSpace(sign)) Append(folded, char.ToLowerInvariant(sign));
            else if (folded.Length == 0 || folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isCharacter = (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);
            sound.Append((isCharacter ? Rune.ToLowerInvariant(rune) : Rune.ReplacementChar).ToString());
        }
        return sound.ToString();
    }

    // Accents, signs of width zero but the joiner of emoji, and what only says how an emoji is drawn.
    private static bool IsSilent(char sign) => sign is >= '\u0300' and <= '\u036F' or '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or >= '\uFE00' and <= '\uFE0F';

    private static void Append(StringBuilder folded, char sign) => _ = sign switch
    {
        'ß' => folded.Append("ss"),
        'æ' => folded.Append("ae"),
        'œ' => folded.Append("oe"),
        'ø' => folded.Append('o'),
        'ł' => folded.Append('l'),
        'đ' => folded.Append('d'),
        'ı' => folded.Append('i'),
        'ς' => folded.Append('σ'),
        _ => folded.Append(sign),
    };
}
