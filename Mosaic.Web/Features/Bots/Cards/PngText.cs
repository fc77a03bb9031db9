using System.IO.Compression;
using System.Text;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>A text in a PNG file. PNG specification, third edition, clause 11.3.3.</summary>
internal static class PngText
{
    private const int MaxKeyword = 79;

    /// <summary>The word under which a text is kept, as written; null where the piece holds no text.</summary>
    public static string? KeywordOf(PngChunk chunk)
    {
        if (chunk.Type is not ("tEXt" or "zTXt" or "iTXt")) return null;
        var end = chunk.Data.Span[..Math.Min(chunk.Data.Length, MaxKeyword + 1)].IndexOf((byte)0);
        return end <= 0 ? null : Encoding.Latin1.GetString(chunk.Data.Span[..end]);
    }

    /// <summary>The bytes of the text, unpacked; null where they are broken or too many.</summary>
    public static ReadOnlyMemory<byte>? Read(PngChunk chunk)
    {
        var data = chunk.Data[(chunk.Data.Span.IndexOf((byte)0) + 1)..];
        return chunk.Type switch
        {
            "tEXt" => data,
            "zTXt" => data.Length > 0 && data.Span[0] == 0 ? Inflate(data[1..]) : null,
            "iTXt" => International(data),
            _ => null,
        };
    }

    /// <summary>A piece with a text of ASCII.</summary>
    public static PngChunk Write(string keyword, string text) => new("tEXt", Encoding.ASCII.GetBytes($"{keyword}\0{text}"));

    // A flag, a method, a language and the keyword in it, each of the two with its zero; then the text.
    private static ReadOnlyMemory<byte>? International(ReadOnlyMemory<byte> data)
    {
        if (data.Length < 4 || data.Span[0] > 1 || (data.Span[0] == 1 && data.Span[1] != 0)) return null;
        var text = data[2..];
        for (var zeros = 0; zeros < 2; zeros++)
        {
            var end = text.Span.IndexOf((byte)0);
            if (end < 0) return null;
            text = text[(end + 1)..];
        }
        return data.Span[0] == 0 ? text : Inflate(text);
    }

    private static ReadOnlyMemory<byte>? Inflate(ReadOnlyMemory<byte> packed)
    {
        using var source = new MemoryStream(packed.ToArray(), writable: false);
        using var unpacking = new ZLibStream(source, CompressionMode.Decompress);
        using var text = new MemoryStream();
        var buffer = new byte[32 * 1024];
        try
        {
            for (int count; (count = unpacking.Read(buffer)) > 0;)
            {
                if (text.Length + count > CharacterCards.MaxLength) return null;
                text.Write(buffer, 0, count);
            }
            return text.ToArray();
        }
        catch (Exception failed) when (failed is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
