using System.Buffers.Binary;
using System.Text;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>A piece of a PNG file.</summary>
/// <param name="Type">Four letters.</param>
/// <param name="Data">What it holds.</param>
internal sealed record PngChunk(string Type, ReadOnlyMemory<byte> Data)
{
    /// <summary>Length, type, data and check number.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Data.Length);
        Encoding.ASCII.GetBytes(Type, bytes.AsSpan(4));
        Data.Span.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(Data.Length + 8), PngCrc.Of(bytes.AsSpan(4, Data.Length + 4)));
        return bytes;
    }
}
