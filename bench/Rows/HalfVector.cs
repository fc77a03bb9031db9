using System.Buffers.Binary;

namespace Mosaic.Bench.Rows;

/// <summary>pgvector's <c>halfvec</c> as its binary format has it: how many numbers, two bytes unused, the numbers; all with the high byte first.</summary>
internal static class HalfVector
{
    private const int Head = 4;

    public static byte[] Encode(ReadOnlySpan<float> vector)
    {
        var bytes = new byte[Head + 2 * vector.Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)vector.Length);
        for (var i = 0; i < vector.Length; i++) BinaryPrimitives.WriteHalfBigEndian(bytes.AsSpan(Head + 2 * i), (Half)vector[i]);
        return bytes;
    }

    /// <summary>Into a place that is as long as the vector.</summary>
    public static void Decode(ReadOnlySpan<byte> bytes, Span<float> vector)
    {
        for (var i = 0; i < vector.Length; i++) vector[i] = (float)BinaryPrimitives.ReadHalfBigEndian(bytes[(Head + 2 * i)..]);
    }
}
