using System.Buffers.Binary;
using System.Text;

namespace Mosaic.Web.Platform.Files.Pictures;

/// <summary>Films and pictures in boxes (ISO/IEC 14496-12): the boxes that hold notes of phones are turned into free space of the same length, and Exif
/// places into zeros, since other boxes point at what follows by its position.</summary>
internal static class IsoMediaWithoutPlace
{
    private const int MaxNotes = 16_000_000;

    public static bool Copy(Stream from, Stream to)
    {
        while (from.Position < from.Length)
        {
            if (Box(from) is not { } box) return false;
            if (box.Type is "moov" or "meta" or "uuid" && box.Length <= MaxNotes)
            {
                var bytes = new byte[box.Length];
                if (!from.TryFill(bytes)) return false;
                if (box.Type == "moov") Clear(bytes.AsSpan(box.Header), 0);
                else if (box.Type == "meta") ExifPlaces.Blank(bytes);
                else bytes.AsSpan(box.Header).Clear();
                to.Write(bytes);
            }
            else if (box.Type == "mdat" && box.Length <= MaxNotes)
            {
                var bytes = new byte[box.Length];
                if (!from.TryFill(bytes)) return false;
                ExifPlaces.Blank(bytes);
                to.Write(bytes);
            }
            else if (!from.TryCopy(to, box.Length)) return false;
        }
        return true;
    }

    private static (string Type, long Length, int Header)? Box(Stream from)
    {
        Span<byte> header = stackalloc byte[16];
        var begin = from.Position;
        if (!from.TryFill(header[..8])) return null;
        long length = BinaryPrimitives.ReadUInt32BigEndian(header);
        var size = 8;
        if (length == 1)
        {
            if (!from.TryFill(header[8..])) return null;
            length = BinaryPrimitives.ReadInt64BigEndian(header[8..]);
            size = 16;
        }
        else if (length == 0) length = from.Length - begin;
        from.Position = begin;
        return length < size || length > from.Length - begin ? null : (Encoding.Latin1.GetString(header.Slice(4, 4)), length, size);
    }

    // Notes stand in moov/udta, moov/meta and in the same of each track.
    private static void Clear(Span<byte> boxes, int depth)
    {
        while (boxes.Length >= 8)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(boxes), int.MaxValue);
            if (length < 8 || length > boxes.Length) return;
            var type = Encoding.Latin1.GetString(boxes.Slice(4, 4));
            if (type is "udta" or "meta" or "uuid")
            {
                "free"u8.CopyTo(boxes[4..]);
                boxes[8..length].Clear();
            }
            else if (type == "trak" && depth < 2) Clear(boxes[8..length], depth + 1);
            boxes = boxes[length..];
        }
    }
}
