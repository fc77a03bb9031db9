using System.Buffers.Binary;

namespace Mosaic.Bench.Rows;

/// <summary>Ids as the app makes them (UUID version 7), but the same in every filling.</summary>
internal static class KnownIds
{
    public static Guid At(DateTimeOffset time, Dice dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)time.ToUnixTimeMilliseconds() << 16) | 0x7000 | (dice.Next() & 0x0FFF));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | (dice.Next() >> 2));
        return new Guid(bytes, bigEndian: true);
    }
}
