using System.Text;
using Mosaic.Web.Platform.Files;

namespace Mosaic.Tests.Files;

public sealed class FileSnifferTests
{
    [Theory]
    [InlineData("GIF89a\u0001", "image/gif")]
    [InlineData("RIFF____WAVEfmt ", "audio/wav")]
    [InlineData("____ftypavif", "image/avif")]
    [InlineData("____ftypM4A ", "audio/mp4")]
    [InlineData("____ftypqt  ", "video/quicktime")]
    [InlineData("\u001aE\u00df\u00a3____webm", "video/webm")]
    [InlineData("\u001aE\u00df\u00a3____matroska", "video/x-matroska")]
    [InlineData("OggS____OpusHead", "audio/ogg")]
    [InlineData("fLaC", "audio/flac")]
    [InlineData("ID3\u0003", "audio/mpeg")]
    [InlineData("\u00ff\u00fb\u0090\u0064", "audio/mpeg")]
    [InlineData("%PDF-1.7", "application/pdf")]
    [InlineData("PK\u0003\u0004____word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("just words\r\n", "text/plain")]
    [InlineData("words with \u0001 in them", "application/octet-stream")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\">", "application/octet-stream")]
    [InlineData("text, and then <SCRIPT>", "application/octet-stream")]
    [InlineData("GIF", "text/plain")]
    [InlineData("", "text/plain")]
    public void Bytes_tell_what_they_are(string beginning, string mimeType) =>
        Assert.Equal(mimeType, FileSniffer.Sniff(Encoding.Latin1.GetBytes(beginning), "a.docx").MimeType);

    [Fact]
    public void A_picture_called_text_is_a_picture_and_the_other_way_round()
    {
        Assert.Equal("image", FileSniffer.Sniff(Samples.Png(), "a.txt").ResourceType);
        Assert.Equal("file", FileSniffer.Sniff("hello"u8, "a.png").ResourceType);
    }

    [Fact]
    public void What_a_browser_could_run_is_never_shown_in_place()
    {
        foreach (var mimeType in new[] { "image/svg+xml", "text/html", "application/xhtml+xml", "text/xml", "application/pdf", "text/plain", "application/octet-stream" })
            Assert.False(FileKind.IsInline(mimeType));
    }
}
