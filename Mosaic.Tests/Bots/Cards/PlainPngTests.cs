using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Mosaic.Web.Features.Bots.Cards;

namespace Mosaic.Tests.Bots.Cards;

public sealed class PlainPngTests
{
    [Theory]
    [InlineData(1, 0xA34A26)]
    [InlineData(6, 0x9A4560)]
    [InlineData(0, 0xA34A26)]
    [InlineData(99, 0x9A4560)]
    public void The_ground_has_the_colour_of_the_bot(int color, int ground)
    {
        var palette = PngFile.Read(PlainPng.Draw(color))!.Chunks.Single(chunk => chunk.Type == "PLTE").Data.Span;
        Assert.Equal(ground, palette[0] << 16 | palette[1] << 8 | palette[2]);
        Assert.True(palette[^1] > palette[2] && palette[^2] > palette[1] && palette[^3] > palette[0]);
    }

    [Fact]
    public void The_tile_stands_in_the_middle_with_one_square_corner()
    {
        using var packed = new MemoryStream(PngFile.Read(PlainPng.Draw(1))!.Chunks.Single(chunk => chunk.Type == "IDAT").Data.ToArray());
        using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        unpacking.CopyTo(unpacked);
        var rows = unpacked.ToArray();
        Assert.Equal(600 * 401, rows.Length);
        byte At(int x, int y) => rows[y * 401 + 1 + x];
        Assert.All(Enumerable.Range(0, 600), y => Assert.Equal(0, rows[y * 401]));
        Assert.Equal((0, 16, 0, 0), (At(0, 0), At(200, 300), At(79, 300), At(200, 420)));
        Assert.Equal((0, 0, 0, 16), (At(88, 188), At(311, 188), At(311, 411), At(88, 411)));
        Assert.Equal(0, At(80, 419));
    }

    [Fact]
    public void Every_piece_carries_its_check_number()
    {
        var file = PlainPng.Draw(3);
        Assert.InRange(file.Length, 100, 20_000);
        var types = new List<string>();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            types.Add(Encoding.ASCII.GetString(file, at + 4, 4));
            Assert.Equal(CardFixtures.Crc32(file.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            at += length + 12;
        }
        Assert.Equal(["IHDR", "PLTE", "tEXt", "IDAT", "IEND"], types);
    }
}
