using System.Buffers.Binary;
using System.Text;

namespace Mosaic.Tests.Files;

/// <summary>The smallest files of each kind, with and without a place in them.</summary>
internal static class Samples
{
    /// <summary>A latitude as text, so that a test can look for it in bytes: 52 degrees, 31 minutes of Berlin.</summary>
    public static readonly byte[] Latitude = [0, 0, 0, 52, 0, 0, 0, 1, 0, 0, 0, 31, 0, 0, 0, 1, 0, 0, 0, 12, 0, 0, 0, 1];

    public const string XmpPlace = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><exif:GPSLatitude>52,31.2N</exif:GPSLatitude></x:xmpmeta>";

    /// <summary>Exif of a picture turned by 90 degrees (6), with a GPS latitude.</summary>
    public static byte[] Exif()
    {
        var tiff = new byte[8 + 2 + 2 * 12 + 4 + 2 + 12 + 4 + 24];
        "MM\0*"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt32BigEndian(tiff.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(8), 2);
        Entry(tiff.AsSpan(10), 0x0112, 3, 1, 6u << 16);
        Entry(tiff.AsSpan(22), 0x8825, 4, 1, 38);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(38), 1);
        Entry(tiff.AsSpan(40), 0x0002, 5, 3, 56);
        Latitude.CopyTo(tiff, 56);
        return tiff;
    }

    public static byte[] Jpeg(bool withPlace = false)
    {
        var bytes = new List<byte> { 0xFF, 0xD8 };
        Segment(bytes, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        if (withPlace)
        {
            Segment(bytes, 0xE1, [.. "Exif\0\0"u8, .. Exif()]);
            Segment(bytes, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(XmpPlace)]);
            Segment(bytes, 0xED, [.. "Photoshop 3.0\0 Berlin"u8]);
            Segment(bytes, 0xFE, [.. "taken in Berlin"u8]);
        }
        Segment(bytes, 0xC0, [8, 0, 2, 0, 3, 1, 1, 0x11, 0]);
        Segment(bytes, 0xDA, [1, 1, 0, 0, 63, 0]);
        bytes.AddRange([1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9]);
        if (withPlace) bytes.AddRange("and a film: Berlin"u8);
        return [.. bytes];
    }

    public static byte[] Png(bool withPlace = false)
    {
        var bytes = new List<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(bytes, "IHDR", [0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
        if (withPlace)
        {
            Chunk(bytes, "eXIf", Exif());
            Chunk(bytes, "iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Encoding.UTF8.GetBytes(XmpPlace)]);
            Chunk(bytes, "tEXt", [.. "Raw profile type exif\0"u8, .. Encoding.ASCII.GetBytes(Convert.ToHexString(Exif()))]);
        }
        Chunk(bytes, "tEXt", [.. "Title\0kept"u8]);
        Chunk(bytes, "IDAT", [0x78, 0x9C, 0x63, 0, 1]);
        Chunk(bytes, "IEND", []);
        if (withPlace) bytes.AddRange("Berlin"u8);
        return [.. bytes];
    }

    public static byte[] Webp(bool withPlace = false)
    {
        var chunks = new List<byte>();
        RiffChunk(chunks, "VP8X", [(byte)(withPlace ? 0x0C : 0), 0, 0, 0, 2, 0, 0, 1, 0, 0]);
        RiffChunk(chunks, "VP8 ", [1, 2, 3]);
        if (withPlace)
        {
            RiffChunk(chunks, "EXIF", Exif());
            RiffChunk(chunks, "XMP ", Encoding.UTF8.GetBytes(XmpPlace));
        }
        var bytes = new byte[12];
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)chunks.Count + 4);
        "WEBP"u8.CopyTo(bytes.AsSpan(8));
        return [.. bytes, .. chunks];
    }

    public static byte[] Heic(bool withPlace) =>
        [.. Box("ftyp", [.. "heic\0\0\0\0mif1heic"u8]), .. Box("meta", [0, 0, 0, 0]), .. Box("mdat", withPlace ? [0, 0, 0, 6, .. "Exif\0\0"u8, .. Exif()] : [1, 2, 3])];

    public static byte[] Mp4(bool withPlace)
    {
        byte[] notes = withPlace ? Box("udta", [.. Box("\u00a9xyz", [0, 12, 0, 0, .. "+52.52+013.4"u8])]) : [];
        return [.. Box("ftyp", [.. "isom\0\0\0\0isom"u8]), .. Box("moov", [.. Box("trak", notes), .. notes]), .. Box("mdat", [1, 2, 3, 4])];
    }

    private static byte[] Box(string type, byte[] body)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(header, (uint)body.Length + 8);
        Encoding.Latin1.GetBytes(type, header.AsSpan(4));
        return [.. header, .. body];
    }

    private static void Entry(Span<byte> at, ushort tag, ushort type, uint count, uint value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(at, tag);
        BinaryPrimitives.WriteUInt16BigEndian(at[2..], type);
        BinaryPrimitives.WriteUInt32BigEndian(at[4..], count);
        BinaryPrimitives.WriteUInt32BigEndian(at[8..], value);
    }

    private static void Segment(List<byte> bytes, byte marker, byte[] body)
    {
        bytes.AddRange([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2)]);
        bytes.AddRange(body);
    }

    private static void Chunk(List<byte> bytes, string type, byte[] body)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)body.Length);
        bytes.AddRange(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        bytes.AddRange(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        bytes.AddRange(number);
    }

    public static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }

    private static void RiffChunk(List<byte> bytes, string type, byte[] body)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)body.Length);
        bytes.AddRange(Encoding.ASCII.GetBytes(type));
        bytes.AddRange(size);
        bytes.AddRange(body);
        if (body.Length % 2 == 1) bytes.Add(0);
    }
}
