using System.Buffers.Binary;
using System.Text;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>A PNG or APNG file as its pieces. Wrong check numbers are borne; what breaks off ends where the last whole piece ends.</summary>
internal sealed class PngFile
{
    private PngFile(List<PngChunk> chunks) => Chunks = chunks;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Up to the last one that is whole, or to the end of the picture.</summary>
    public IReadOnlyList<PngChunk> Chunks { get; }

    /// <summary>It begins, has a picture and ends.</summary>
    public bool IsWhole => Chunks is [{ Type: "IHDR" }, .., { Type: "IEND" }] && Chunks.Any(chunk => chunk.Type == "IDAT");

    /// <summary>Null where the file is none.</summary>
    public static PngFile? Read(ReadOnlyMemory<byte> file)
    {
        if (!file.Span.StartsWith(Signature)) return null;
        var chunks = new List<PngChunk>();
        for (var rest = file[Signature.Length..]; rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
            if (length > (uint)(rest.Length - 12) || rest.Span.Slice(4, 4).ContainsAnyExcept(Letters)) break;
            chunks.Add(new PngChunk(Encoding.ASCII.GetString(rest.Span.Slice(4, 4)), rest.Slice(8, (int)length)));
            if (chunks[^1].Type == "IEND") break;
            rest = rest[((int)length + 12)..];
        }
        return new PngFile(chunks);
    }

    private static readonly System.Buffers.SearchValues<byte> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>A file of these pieces.</summary>
    public static byte[] Write(IEnumerable<PngChunk> chunks)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        foreach (var chunk in chunks) file.Write(chunk.ToBytes());
        return file.ToArray();
    }
}
