using System.Text;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>The text that bytes stand for.</summary>
internal static class TextBytes
{
    /// <summary>Text holds at most one control sign in this many, and one more.</summary>
    private const int SignsAControl = 50;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// UTF-8, or what the mark at the beginning says, or Windows-1252 where the bytes are hardly UTF-8. Without NUL and without halves of
    /// characters. Null where the bytes are no text.
    /// </summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = Read(bytes);
        var controls = 0;
        foreach (var sign in text)
            if (IsControl(sign)) controls++;
        return controls > 1 + (text.Length / SignsAControl) ? null : text.Replace("\0", "", StringComparison.Ordinal);
    }

    private static string Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // One wrong byte in a long text must not spoil all its other letters.
            var lenient = Encoding.UTF8.GetString(bytes);
            return IsMostlySound(lenient) ? lenient : Western.GetString(bytes);
        }
    }

    private static bool IsMostlySound(string text)
    {
        int wrong = 0, sound = 0;
        foreach (var sign in text)
        {
            if (sign == '\uFFFD') wrong++;
            else if (sign > '\u007f') sound++;
        }
        return sound > wrong;
    }

    // Colours of terminals (ESC) and page breaks are found in texts.
    private static bool IsControl(char sign) => sign is < ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001b') or '\u007f' or (>= '\u0080' and <= '\u009f' and not '\u0085');
}
