using System.Buffers.Binary;

namespace Mosaic.Web.Platform.Files.Pictures;

/// <summary>WebP without Exif and XMP and without what follows the picture. RFC 9649, section 2.</summary>
internal static class WebpWithoutPlace
{
    private const byte HasExif = 0x08, HasXmp = 0x04;

    public static bool Copy(Stream from, Stream to)
    {
        Span<byte> start = stackalloc byte[12];
        if (!from.TryFill(start)) return false;
        var left = BinaryPrimitives.ReadUInt32LittleEndian(start[4..]) - 4L;
        // The size of the whole is known at the end; the parts are small beside the picture and are read twice instead of kept.
        var begin = from.Position;
        var orientation = 1;
        var kept = 4L;
        if (!Walk(from, left, (type, length) =>
            {
                if (type != "EXIF") kept += IsPlace(type) ? 0 : 8 + length + (length & 1);
                else orientation = ReadTurn(from, length);
            }) || kept > uint.MaxValue - 100) return false;
        var exif = orientation == 1 ? [] : Orientation.Write(orientation);
        if (exif.Length > 0) kept += 8 + exif.Length;
        BinaryPrimitives.WriteUInt32LittleEndian(start[4..], (uint)kept);
        to.Write(start);
        from.Position = begin;
        var isWhole = Walk(from, left, (type, length) =>
        {
            if (!IsPlace(type)) WriteChunk(from, to, type, length, exif.Length > 0);
        });
        if (exif.Length > 0) WriteHeader(to, "EXIF", exif.Length);
        to.Write(exif);
        return isWhole;
    }

    private static bool IsPlace(string type) => type is "EXIF" or "XMP ";

    private static bool Walk(Stream from, long left, Action<string, long> visit)
    {
        Span<byte> header = stackalloc byte[8];
        var chunks = 0;
        while (left >= 8 && from.TryFill(header))
        {
            long length = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            var next = from.Position + length + (length & 1);
            if (from.Position + length > from.Length || ++chunks > 100_000) return false;
            visit(System.Text.Encoding.ASCII.GetString(header[..4]), length);
            from.Position = Math.Min(next, from.Length);
            left -= 8 + length + (length & 1);
        }
        return chunks > 0;
    }

    private static int ReadTurn(Stream from, long length)
    {
        var tiff = new byte[Math.Min(length, 65_536)];
        if (!from.TryFill(tiff)) return 1;
        return Orientation.Read(tiff.AsSpan().StartsWith("Exif\0\0"u8) ? tiff.AsSpan(6) : tiff);
    }

    private static void WriteChunk(Stream from, Stream to, string type, long length, bool hasExif)
    {
        WriteHeader(to, type, length);
        if (type == "VP8X" && length > 0)
        {
            var flags = from.ReadByte() & ~(HasExif | HasXmp);
            to.WriteByte((byte)(hasExif ? flags | HasExif : flags));
            from.TryCopy(to, length - 1);
        }
        else from.TryCopy(to, length);
        if ((length & 1) == 1) to.WriteByte(0);
    }

    private static void WriteHeader(Stream to, string type, long length)
    {
        Span<byte> header = stackalloc byte[8];
        System.Text.Encoding.ASCII.GetBytes(type, header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)length);
        to.Write(header);
    }
}
