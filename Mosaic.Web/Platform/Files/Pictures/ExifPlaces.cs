using System.Buffers.Binary;

namespace Mosaic.Web.Platform.Files.Pictures;

/// <summary>Writes zeros over the places in Exif blocks that stand somewhere among other bytes (Exif 3.0, section 4.6.6: GPS attributes).</summary>
internal static class ExifPlaces
{
    private const ushort GpsDirectory = 0x8825;

    public static void Blank(Span<byte> bytes)
    {
        foreach (var start in new byte[][] { [.. "II*\0"u8], [.. "MM\0*"u8] })
            for (var at = 0; bytes[at..].IndexOf(start) is var next and >= 0; at += next + 4)
                BlankBlock(bytes[(at + next)..]);
        // XMP is text and says its own end.
        for (var at = 0; bytes[at..].IndexOf("<x:xmpmeta"u8) is var next and >= 0;)
        {
            var end = bytes[(at + next)..].IndexOf("</x:xmpmeta>"u8);
            if (end < 0) return;
            bytes.Slice(at + next, end + 12).Fill((byte)' ');
            at += next + end;
        }
    }

    private static void BlankBlock(Span<byte> tiff)
    {
        if (tiff.Length < 14) return;
        var isLittle = tiff[0] == 'I' && tiff[1] == 'I';
        if (!isLittle && !(tiff[0] == 'M' && tiff[1] == 'M')) return;
        var first = Long(tiff[4..], isLittle);
        foreach (var at in Entries(tiff, first, isLittle))
        {
            if (Short(tiff[at..], isLittle) != GpsDirectory) continue;
            var places = Long(tiff[(at + 8)..], isLittle);
            foreach (var place in Entries(tiff, places, isLittle))
            {
                var size = Long(tiff[(place + 4)..], isLittle) * (Short(tiff[(place + 2)..], isLittle) is 5 or 10 ? 8L : 1L);
                var offset = Long(tiff[(place + 8)..], isLittle);
                if (size > 4 && offset + size <= tiff.Length) tiff.Slice((int)offset, (int)size).Clear();
                tiff.Slice(place, 12).Clear();
            }
        }
    }

    private static List<int> Entries(ReadOnlySpan<byte> tiff, long directory, bool isLittle)
    {
        var entries = new List<int>();
        if (directory < 8 || directory > tiff.Length - 2) return entries;
        var count = Short(tiff[(int)directory..], isLittle);
        for (var index = 0; index < count && directory + 2 + index * 12L + 12 <= tiff.Length; index++) entries.Add((int)directory + 2 + index * 12);
        return entries;
    }

    private static uint Long(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
