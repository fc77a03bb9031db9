using System.IO.Compression;
using System.Text;
using Mosaic.Web.Features.Chat.Documents;

namespace Mosaic.Tests.Chat.Documents;

/// <summary>Documents made by hand, and what reading them gives.</summary>
internal static class DocumentFixtures
{
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }

    public static byte[] Docx(string body, string before = "") => Zip(("word/document.xml", Utf8(
        $"""<?xml version="1.0"?>{before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>""")));

    public static string Paragraph(string text, string style = "") => $"""<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>""";

    public static byte[] Epub(params (string Name, string Content)[] more) => Zip([
        ("mimetype", Utf8("application/epub+zip")),
        ("META-INF/container.xml", Utf8("""<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>""")),
        ("OPS/book.opf", Utf8("""
            <package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Tides &amp; Ships</dc:title></metadata>
            <manifest><item id="b" href="two%20b.xhtml"/><item id="a" href="one.xhtml"/><item id="c" href="../three.xhtml"/><item id="n" href="nav.xhtml" properties="nav"/><item id="ncx" href="toc.ncx"/></manifest>
            <spine toc="ncx"><itemref idref="a"/><itemref idref="b"/><itemref idref="missing"/><itemref idref="c"/></spine></package>
            """)),
        .. more.Select(file => (file.Name, Utf8(file.Content)))]);

    public static async Task<DocumentReading> ReadingAsync(byte[] file, string name = "file", string? mimeType = null, IProgramLocator? programs = null)
    {
        using var stream = new MemoryStream(file);
        return await new DocumentText(programs ?? new Programs(null)).ReadAsync(stream, name, mimeType, null, TestContext.Current.CancellationToken);
    }

    public static async Task<DocumentReading.Read> ReadAsync(byte[] file, string name = "file", string? mimeType = null, IProgramLocator? programs = null) =>
        Assert.IsType<DocumentReading.Read>(await ReadingAsync(file, name, mimeType, programs));

    public static async Task<string> TextAsync(byte[] file, string name = "file", string? mimeType = null) =>
        string.Join("\n---\n", (await ReadAsync(file, name, mimeType)).Parts.Select(part => part.Text));

    public static async Task<string> RefusalAsync(byte[] file, string name = "file", IProgramLocator? programs = null) =>
        Assert.IsType<DocumentReading.Refused>(await ReadingAsync(file, name, null, programs)).Sentence;

    public sealed class Programs(string? path) : IProgramLocator
    {
        public string? Find(string program) => program == "pdftotext" ? path : null;
    }
}
