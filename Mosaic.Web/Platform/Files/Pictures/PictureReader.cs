using System.Buffers.Binary;

namespace Mosaic.Web.Platform.Files.Pictures;

/// <summary>Reads how large a picture is, so that pages can keep its place before it is there.</summary>
internal static class PictureReader
{
    private const int Enough = 512 * 1024;

    public static PictureSize? SizeOf(string path, string mimeType)
    {
        if (!mimeType.StartsWith("image/", StringComparison.Ordinal)) return null;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var head = new byte[Math.Min(file.Length, Enough)];
        file.ReadExactly(head);
        var size = mimeType switch
        {
            "image/png" when head.Length >= 24 => new PictureSize(BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20))),
            "image/gif" when head.Length >= 10 => new(BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6)), BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8))),
            "image/jpeg" => Jpeg(head),
            "image/webp" => Webp(head),
            _ => default,
        };
        return size is { Width: > 0 and <= 100_000, Height: > 0 and <= 100_000 } ? size : null;
    }

    private static PictureSize Jpeg(ReadOnlySpan<byte> bytes)
    {
        var turn = 1;
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker == 0xE1 && bytes[(at + 4)..].StartsWith("Exif\0\0"u8)) turn = Orientation.Read(bytes.Slice(at + 10, Math.Min(length, bytes.Length - at - 10)));
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                int height = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), width = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]);
                return turn >= 5 ? new(height, width) : new(width, height);
            }
            at += 2 + length;
        }
        return default;
    }

    private static PictureSize Webp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30) return default;
        if (bytes[12..].StartsWith("VP8X"u8)) return new(1 + Three(bytes[24..]), 1 + Three(bytes[27..]));
        if (bytes[12..].StartsWith("VP8 "u8))
            return new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        if (!bytes[12..].StartsWith("VP8L"u8)) return default;
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        return new(1 + (int)(packed & 0x3FFF), 1 + (int)(packed >> 14 & 0x3FFF));
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
