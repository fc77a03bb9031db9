using System.Globalization;
using System.Text;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>Every code unit of the basic plane, folded (lower case, without accents, full width to narrow) and with its kind. Made once.</summary>
internal static class Letters
{
    private static readonly char[] Folds = new char[char.MaxValue + 1];
    private static readonly LetterKind[] Kinds = new LetterKind[char.MaxValue + 1];

    static Letters()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var sign = Fold((char)code);
            Folds[code] = sign;
            Kinds[code] = Kind((char)code, sign);
        }
    }

    public static char Folded(char sign) => Folds[sign];

    public static LetterKind KindOf(char sign) => Kinds[sign];

    private static LetterKind Kind(char sign, char folded)
    {
        if (char.IsSurrogate(sign)) return LetterKind.Surrogate;
        if (IsSilent(sign)) return LetterKind.Silent;
        if (IsDense(folded)) return LetterKind.Dense;
        return CharUnicodeInfo.GetUnicodeCategory(folded) switch
        {
            UnicodeCategory.DecimalDigitNumber => LetterKind.Digit,
            UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => LetterKind.Letter,
            _ => LetterKind.Break,
        };
    }

    private static bool IsSilent(char sign) =>
        sign is >= '\u0300' and <= '\u036F' or >= '\u064B' and <= '\u0652' or >= '\u200B' and <= '\u200D' or >= '\uFE00' and <= '\uFE0F' or '\u00AD' or '\u2060';

    // Thai and Lao, kana, Han, Hangul. Hangul has spaces, but its particles stick to the words, so pairs of syllables serve better.
    private static bool IsDense(char sign) =>
        sign is >= '\u0E01' and <= '\u0EDF' or >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FA' or >= '\u30FC' and <= '\u30FE' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF'
            or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or '\u3005';

    private static char Fold(char sign) => sign switch
    {
        < '\u0080' => char.ToLowerInvariant(sign),
        'ß' or 'ẞ' => 's',
        'æ' or 'Æ' => 'a',
        'œ' or 'Œ' or 'ø' or 'Ø' => 'o',
        'ł' or 'Ł' => 'l',
        'đ' or 'Đ' or 'ð' or 'Ð' => 'd',
        'ı' => 'i',
        'ς' => 'σ',
        >= '\uFF10' and <= '\uFF19' or >= '\uFF21' and <= '\uFF3A' or >= '\uFF41' and <= '\uFF5A' => char.ToLowerInvariant((char)(sign - 0xFEE0)),
        >= '\u00C0' and < '\u0250' or >= '\u0370' and < '\u0530' or >= '\u1E00' and < '\u2000' => Base(sign),
        _ => sign,
    };

    // Digraphs beyond the first letter are given up here; ß, æ and œ get their second letter from the reader of words.
    private static char Base(char sign) => char.ToLowerInvariant(sign.ToString().Normalize(NormalizationForm.FormKD)[0]);
}
