using System.Buffers.Binary;
using System.Text;

namespace Mosaic.Web.Platform.Files.Pictures;

/// <summary>PNG without Exif, XMP and other texts that hold it, and without what follows the picture. PNG specification, third edition, clause 11.</summary>
internal static class PngWithoutPlace
{
    private const int MaxText = 4_000_000;

    public static bool Copy(Stream from, Stream to)
    {
        Span<byte> start = stackalloc byte[8];
        if (!from.TryFill(start)) return false;
        to.Write(start);
        var chunk = new byte[8];
        var hasData = false;
        while (from.TryFill(chunk))
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var type = Encoding.ASCII.GetString(chunk, 4, 4);
            if (length > int.MaxValue) return false;
            if (IsText(type))
            {
                if (length > MaxText) return false;
                var body = new byte[length + 4];
                if (!from.TryFill(body)) return false;
                if (type == "eXIf") WriteTurn(to, Orientation.Read(body.AsSpan(0, (int)length)));
                else if (!HoldsPlace(body)) Write(to, chunk, body);
                continue;
            }
            to.Write(chunk);
            if (!from.TryCopy(to, length + 4L)) return false;
            hasData |= type == "IDAT";
            if (type == "IEND") return hasData;
        }
        return false;
    }

    private static bool IsText(string type) => type is "eXIf" or "tEXt" or "zTXt" or "iTXt";

    private static bool HoldsPlace(byte[] body)
    {
        var end = Array.IndexOf(body, (byte)0);
        var keyword = Encoding.Latin1.GetString(body, 0, end < 0 ? Math.Min(body.Length, 79) : end);
        return Suspects.Any(word => keyword.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] Suspects = ["xmp", "exif", "profile type", "gps", "location", "iptc", "photoshop"];

    private static void Write(Stream to, byte[] chunk, byte[] body)
    {
        to.Write(chunk);
        to.Write(body);
    }

    private static void WriteTurn(Stream to, int orientation)
    {
        if (orientation == 1) return;
        byte[] body = [.. "eXIf"u8, .. Orientation.Write(orientation)];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length - 4);
        to.Write(number);
        to.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        to.Write(number);
    }

    // ISO 3309, as annex D of the specification has it.
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
