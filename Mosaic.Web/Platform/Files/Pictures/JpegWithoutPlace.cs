using System.Buffers.Binary;

namespace Mosaic.Web.Platform.Files.Pictures;

/// <summary>JPEG without Exif, XMP, IPTC, comments and whatever follows the picture (films of phones, second pictures). ITU-T T.81, annex B.</summary>
internal static class JpegWithoutPlace
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;

    public static bool Copy(Stream from, Stream to)
    {
        Span<byte> start = stackalloc byte[2];
        if (!from.TryFill(start) || start is not [0xFF, 0xD8]) return false;
        to.Write(start);
        var marker = NextMarker(from);
        var isTurned = false;
        var hasScan = false;
        while (marker > 0 && marker != EndOfImage)
        {
            if (Segment(from) is not { } body) return hasScan && End(to);
            if (!isTurned && marker == App1 && body.AsSpan().StartsWith("Exif\0\0"u8))
            {
                isTurned = true;
                WriteTurn(to, Orientation.Read(body.AsSpan(6)));
            }
            else if (IsKept((byte)marker, body))
                WriteSegment(to, (byte)marker, body);
            hasScan |= marker == StartOfScan;
            marker = marker == StartOfScan ? CopyScan(from, to) : NextMarker(from);
        }
        return hasScan && End(to);
    }

    // JFIF, colour profiles and Adobe's colour transform say how to draw; the rest of the APP segments says who, when and where.
    private static bool IsKept(byte marker, byte[] body) => marker switch
    {
        App0 or App14 => true,
        App2 => body.AsSpan().StartsWith("ICC_PROFILE\0"u8),
        >= App0 and <= App15 or Comment => false,
        _ => true,
    };

    private static int NextMarker(Stream from)
    {
        if (from.ReadByte() != 0xFF) return -1;
        int marker;
        do marker = from.ReadByte();
        while (marker == 0xFF);
        return marker;
    }

    private static byte[]? Segment(Stream from)
    {
        Span<byte> size = stackalloc byte[2];
        if (!from.TryFill(size) || BinaryPrimitives.ReadUInt16BigEndian(size) is not (>= 2 and var length)) return null;
        var body = new byte[length - 2];
        return from.TryFill(body) ? body : null;
    }

    // Within a scan FF is followed by 00 or by a restart mark; anything else begins the next segment.
    private static int CopyScan(Stream from, Stream to)
    {
        int value;
        while ((value = from.ReadByte()) >= 0)
        {
            if (value != 0xFF)
            {
                to.WriteByte((byte)value);
                continue;
            }
            var next = from.ReadByte();
            while (next == 0xFF) next = from.ReadByte();
            if (next is not (0 or (>= 0xD0 and <= 0xD7))) return next;
            to.WriteByte(0xFF);
            to.WriteByte((byte)next);
        }
        return -1;
    }

    private static void WriteTurn(Stream to, int orientation)
    {
        if (orientation != 1) WriteSegment(to, App1, [.. "Exif\0\0"u8, .. Orientation.Write(orientation)]);
    }

    private static void WriteSegment(Stream to, byte marker, byte[] body)
    {
        Span<byte> start = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(start[2..], (ushort)(body.Length + 2));
        to.Write(start);
        to.Write(body);
    }

    private static bool End(Stream to)
    {
        to.Write([0xFF, EndOfImage]);
        return true;
    }
}
