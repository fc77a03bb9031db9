using System.Globalization;
using System.Text;

namespace Mosaic.Web.Ui.Diff;

/// <summary>Cuts a text into lines, or into words, white space and single signs. Joined again, the pieces are the text.</summary>
internal static class DiffTokens
{
    /// <summary>Each line carries its line break.</summary>
    public static List<string> Lines(ReadOnlySpan<char> text)
    {
        var lines = new List<string>();
        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n') + 1;
            if (end == 0) end = text.Length;
            lines.Add(text[..end].ToString());
            text = text[end..];
        }
        return lines;
    }

    /// <summary>Never cuts inside what people see as one sign (an emoji with its skin tone, a letter with its accents).</summary>
    public static List<string> Words(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        while (!text.IsEmpty)
        {
            var length = Take(text, out var kind);
            while (kind is not Sign.Alone && length < text.Length)
            {
                var more = Take(text[length..], out var next);
                if (next != kind) break;
                length += more;
            }
            words.Add(text[..length].ToString());
            text = text[length..];
        }
        return words;
    }

    private static int Take(ReadOnlySpan<char> text, out Sign sign)
    {
        var length = text[0] < 0x80 && (text.Length == 1 || text[1] < 0x80) && text[0] != '\r' ? 1 : StringInfo.GetNextTextElementLength(text);
        sign = Rune.DecodeFromUtf16(text, out var rune, out _) is System.Buffers.OperationStatus.Done ? SignOf(rune) : Sign.Alone;
        return length;
    }

    private static Sign SignOf(Rune rune) => rune.Value switch
    {
        '\n' or '\r' => Sign.Alone,
        '_' => Sign.Word,
        _ when Rune.IsWhiteSpace(rune) => Sign.Space,
        _ when IsWrittenWithoutSpaces(rune.Value) => Sign.Alone,
        _ when Rune.IsLetterOrDigit(rune) => Sign.Word,
        _ => Sign.Alone,
    };

    /// <summary>Thai, Lao, Burmese, Khmer, kana and Han: a run of these is a sentence, not a word.</summary>
    private static bool IsWrittenWithoutSpaces(int value) => value is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x2E80 and <= 0x30FF) or (>= 0x31F0 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private enum Sign
    {
        Alone,
        Word,
        Space,
    }
}
