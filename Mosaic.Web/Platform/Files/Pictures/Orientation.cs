using System.Buffers.Binary;

namespace Mosaic.Web.Platform.Files.Pictures;

/// <summary>How a picture is to be turned, from 1 (as it is) to 8: the one word of Exif that is kept.</summary>
internal static class Orientation
{
    private const ushort Tag = 0x0112;

    /// <summary>Reads it from a TIFF block, the body of Exif. Anything odd is taken for 1.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14) return 1;
        var isLittle = tiff[0] == 'I' && tiff[1] == 'I';
        if (!isLittle && !(tiff[0] == 'M' && tiff[1] == 'M')) return 1;
        var directory = Word(tiff[4..], isLittle, 4);
        if (directory > tiff.Length - 2) return 1;
        var count = Word(tiff[(int)directory..], isLittle, 2);
        for (var index = 0; index < count; index++)
        {
            var at = directory + 2 + index * 12L;
            if (at + 12 > tiff.Length) return 1;
            var entry = tiff[(int)at..];
            if (Word(entry, isLittle, 2) == Tag) return Word(entry[8..], isLittle, 2) is >= 1 and <= 8 and var turn ? (int)turn : 1;
        }
        return 1;
    }

    /// <summary>A TIFF block that says nothing else.</summary>
    public static byte[] Write(int orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static uint Word(ReadOnlySpan<byte> bytes, bool isLittle, int size) => (size, isLittle) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };
}
