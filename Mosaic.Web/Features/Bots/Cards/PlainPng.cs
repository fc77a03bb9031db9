using System.Buffers.Binary;
using System.IO.Compression;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>A picture for a bot that has none: a tile with one square corner on its colour, as faces are drawn in the pages.</summary>
internal static class PlainPng
{
    private const int Width = 400, Height = 600, Tile = 240, Round = 80, Square = 20;

    /// <summary>Under this word the picture says that it is nobody's face.</summary>
    public const string Keyword = "mosaic-plain";

    /// <summary>How many steps an edge has from the ground to the tile.</summary>
    private const int Steps = 16;

    // The grounds of initials, as the style sheet has them.
    private static readonly int[] Grounds = [0xA34A26, 0x1D6B66, 0x665B9E, 0x3F6398, 0x7A5C17, 0x9A4560];

    /// <summary>A PNG file; the colour is a number from 1 to 6.</summary>
    public static byte[] Draw(int color) => PngFile.Write(
    [
        new PngChunk("IHDR", Header()),
        new PngChunk("PLTE", Palette(Grounds[Math.Clamp(color, 1, Grounds.Length) - 1])),
        PngText.Write(Keyword, "yes"),
        new PngChunk("IDAT", Pack(Rows())),
        new PngChunk("IEND", default),
    ]);

    // Eight bits for each point, which is a place in the palette.
    private static byte[] Header()
    {
        byte[] header = [0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        return header;
    }

    private static byte[] Palette(int ground)
    {
        var palette = new byte[(Steps + 1) * 3];
        for (var at = 0; at < palette.Length; at++)
        {
            var part = (ground >> (16 - at % 3 * 8)) & 0xFF;
            // The tile is a third of the way to white.
            palette[at] = (byte)(part + (255 - part) * (at / 3) / (3 * Steps));
        }
        return palette;
    }

    private static byte[] Rows()
    {
        var rows = new byte[Height * (Width + 1)];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                rows[y * (Width + 1) + 1 + x] = (byte)Math.Round(Math.Clamp(0.5 - Distance(x + 0.5 - Width / 2, y + 0.5 - Height / 2), 0, 1) * Steps);
        return rows;
    }

    // How far a point is outside of the tile, measured from its middle; the corner at the lower left is the square one.
    private static double Distance(double x, double y)
    {
        var radius = x < 0 && y > 0 ? Square : Round;
        var (across, down) = (Math.Abs(x) - Tile / 2 + radius, Math.Abs(y) - Tile / 2 + radius);
        return Math.Min(Math.Max(across, down), 0) + Math.Sqrt(Math.Pow(Math.Max(across, 0), 2) + Math.Pow(Math.Max(down, 0), 2)) - radius;
    }

    private static byte[] Pack(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) packing.Write(rows);
        return packed.ToArray();
    }
}
