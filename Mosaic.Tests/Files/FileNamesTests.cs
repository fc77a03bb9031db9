using System.Globalization;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Tests.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "../../etc/passwd")]
    [InlineData("CON", "CON")]
    [InlineData("👩‍👩‍👧‍👦 party.png", "👩‍👩‍👧‍👦 party.png")]
    [InlineData("a\r\nSet-Cookie: x\0.txt", "aSet-Cookie: x.txt")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("  ", "file")]
    [InlineData(null, "file")]
    public void Names_stay_as_given_but_for_what_deceives(string? given, string kept) => Assert.Equal(kept, FileNames.Clean(given));

    [Fact]
    public void Half_a_character_becomes_a_mark_that_can_be_kept() => Assert.Equal("\uFFFDhalf", FileNames.Clean((char)0xD800 + "half"));

    [Fact]
    public void Long_names_keep_their_ending()
    {
        var name = FileNames.Clean(new string('a', 400) + ".tar.gz");
        Assert.Equal((255, true), (name.Length, name.EndsWith(".gz", StringComparison.Ordinal)));
        var party = FileNames.Clean(string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 400)) + ".png");
        Assert.True(party.Length <= 1_000 && party.EndsWith(".png", StringComparison.Ordinal));
        Assert.DoesNotContain('\uFFFD', party);
        Assert.InRange(FileNames.Clean("a" + new string('\u0301', 5_000)).Length, 1, 1_000);
        Assert.True(new StringInfo(FileNames.Clean(new string('é', 300))).LengthInTextElements <= 255);
    }

    [Theory]
    [InlineData("a.txt", "attachment; filename=\"a.txt\"; filename*=UTF-8''a.txt")]
    [InlineData("../x", "attachment; filename=\".._x\"; filename*=UTF-8''.._x")]
    [InlineData("a\"b;c%d", "attachment; filename=\"a_b;c_d\"; filename*=UTF-8''a%22b%3Bc%25d")]
    [InlineData("日本", "attachment; filename=\"__\"; filename*=UTF-8''%E6%97%A5%E6%9C%AC")]
    public void Names_travel_in_headers_without_breaking_out(string name, string header) => Assert.Equal(header, ContentDisposition.Attachment(name));
}
