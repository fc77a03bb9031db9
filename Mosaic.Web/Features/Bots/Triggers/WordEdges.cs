using System.Globalization;
using System.Text;

namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>Where words end. Scripts that are written without spaces have no edges that could be seen.</summary>
internal static class WordEdges
{
    /// <summary>What stands before this place belongs to a word.</summary>
    public static bool IsBefore(string text, int at) => at > 0 && Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var rune, out _) == System.Buffers.OperationStatus.Done && IsOfWord(rune);

    /// <summary>What stands after this place belongs to a word.</summary>
    public static bool IsAfter(string text, int at) => at < text.Length && Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _) == System.Buffers.OperationStatus.Done && IsOfWord(rune);

    private static bool IsOfWord(Rune rune) => rune.Value == '_' || (!IsDense(rune.Value) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    // Thai, Lao, Burmese, Khmer; kana, Han and its radicals and marks, Hangul (its particles stick to the words); Han beyond the basic plane.
    private static bool IsDense(int code) => code is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF
        or >= 0x1100 and <= 0x11FF or >= 0x2E80 and <= 0x2FDF or >= 0x3005 and <= 0x3007 or >= 0x3021 and <= 0x31FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF
        or >= 0xAC00 and <= 0xD7FF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
}
