using System.Buffers.Text;
using System.Text;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>The JSON of a card out of the bytes it comes in.</summary>
internal static class CardText
{
    /// <summary>UTF-8, or what the mark at the beginning says; wrong bytes become U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        return Encoding.UTF8.GetString(bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes);
    }

    /// <summary>What a picture holds: Base64 of the JSON, in either alphabet, or the JSON itself. Null where it is neither.</summary>
    public static string? Unwrap(ReadOnlyMemory<byte> text)
    {
        var said = text.Span.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? text.Span[3..] : text.Span;
        if (said.TrimStart(" \t\r\n"u8).StartsWith("{"u8)) return Decode(said);
        var plain = new byte[said.Length];
        var length = 0;
        foreach (var sign in said)
        {
            if (sign is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'=' or 0) continue;
            plain[length++] = sign switch { (byte)'+' => (byte)'-', (byte)'/' => (byte)'_', _ => sign };
        }
        var json = new byte[length];
        return length > 0 && Base64Url.DecodeFromUtf8(plain.AsSpan(0, length), json, out _, out var written) == System.Buffers.OperationStatus.Done ? Decode(json.AsSpan(0, written)) : null;
    }
}
