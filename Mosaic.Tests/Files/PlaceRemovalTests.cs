using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Files.Pictures;

namespace Mosaic.Tests.Files;

public sealed class PlaceRemovalTests
{
    public static TheoryData<string, byte[]> Pictures() => new()
    {
        { "image/jpeg", Samples.Jpeg(withPlace: true) },
        { "image/png", Samples.Png(withPlace: true) },
        { "image/webp", Samples.Webp(withPlace: true) },
        { "image/heic", Samples.Heic(withPlace: true) },
        { "video/mp4", Samples.Mp4(withPlace: true) },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Nothing_is_left_that_places_a_person(string mimeType, byte[] picture)
    {
        Assert.Equal(mimeType, FileSniffer.Sniff(picture, "").MimeType);
        var clean = Clean(mimeType, picture)!;
        Assert.True(clean.AsSpan().IndexOf(Samples.Latitude) < 0);
        foreach (var word in new[] { "GPSLatitude", "Berlin", "+52.52", Convert.ToHexString(Samples.Latitude) })
            Assert.True(clean.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(word)) < 0, word);
        Assert.Equal(mimeType, FileSniffer.Sniff(clean, "").MimeType);
        Assert.Equal(clean, Clean(mimeType, clean));
    }

    [Fact]
    public void A_picture_stays_turned()
    {
        foreach (var (mimeType, picture) in new[] { ("image/jpeg", Samples.Jpeg(withPlace: true)), ("image/png", Samples.Png(withPlace: true)), ("image/webp", Samples.Webp(withPlace: true)) })
        {
            var clean = Clean(mimeType, picture)!;
            var at = clean.AsSpan().IndexOf("MM\0*"u8);
            Assert.True(at > 0, mimeType);
            Assert.Equal(6, Orientation.Read(clean.AsSpan(at)));
        }
    }

    [Fact]
    public void Pictures_without_a_place_stay_as_they_are()
    {
        Assert.Equal(Samples.Jpeg(), Clean("image/jpeg", Samples.Jpeg()));
        Assert.Equal(Samples.Png(), Clean("image/png", Samples.Png()));
        Assert.Equal(Samples.Webp(), Clean("image/webp", Samples.Webp()));
        Assert.Equal(Samples.Mp4(withPlace: false), Clean("video/mp4", Samples.Mp4(withPlace: false)));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_cut_or_broken_anywhere_is_answered_without_a_fault(string mimeType, byte[] picture)
    {
        for (var length = 0; length < picture.Length; length++) Clean(mimeType, picture[..length]);
        var random = new Random(4);
        for (var round = 0; round < 3_000; round++)
        {
            var broken = (byte[])picture.Clone();
            for (var times = random.Next(1, 6); times > 0; times--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            Clean(mimeType, broken);
        }
    }

    private static byte[]? Clean(string mimeType, byte[] picture)
    {
        using var to = new MemoryStream();
        return PlaceRemover.For(mimeType)!(new MemoryStream(picture), to) ? to.ToArray() : null;
    }
}
