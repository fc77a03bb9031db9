using System.Buffers.Binary;
using Mosaic.Web.Features.Chat.Documents;
using static Mosaic.Tests.Chat.Documents.DocumentFixtures;

namespace Mosaic.Tests.Chat.Documents;

public sealed class DocumentArchiveTests
{
    [Fact]
    public async Task A_Word_document_gives_paragraphs_headings_and_tables()
    {
        var read = await ReadAsync(Docx(
            Paragraph("Tides", "Heading1") + Paragraph("Up &amp; ") + "<w:p><w:r><w:t>Do</w:t></w:r><w:r><w:t>wn</w:t><w:tab/><w:t>x</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>item</w:t></w:r></w:p>"
            + $"<w:tbl><w:tr><w:tc>{Paragraph("a")}</w:tc><w:tc>{Paragraph("b")}{Paragraph("c")}</w:tc></w:tr></w:tbl>"
            + "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>"
            + "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>once</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>twice</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
            + Paragraph("Schiffe", "berschrift2") + Paragraph("Segel")), "sea.docx");
        Assert.Equal("Tides", read.Title);
        Assert.Equal([new DocumentPart("Tides", "Tides\nUp &\nDown x\n- item\na | b c\n\nonce"), new DocumentPart("Schiffe", "Schiffe\nSegel")], read.Parts);
    }

    [Fact]
    public async Task A_document_with_definitions_is_refused()
    {
        const string Laughs = """<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>""";
        Assert.Equal(Archive.Broken, await RefusalAsync(Docx(Paragraph("&b;"), Laughs)));
        Assert.Equal(Archive.Broken, await RefusalAsync(Docx(Paragraph("x"), """<!DOCTYPE x SYSTEM "file:///etc/hostname">""")));
    }

    [Fact]
    public async Task A_document_nested_without_end_is_refused() =>
        Assert.Equal(Archive.Broken, await RefusalAsync(Docx(string.Concat(Enumerable.Repeat("<w:p>", 5_000)))));

    [Fact]
    public async Task A_book_is_read_in_the_order_of_its_spine_with_the_titles_of_its_contents()
    {
        var read = await ReadAsync(Epub(
            ("OPS/one.xhtml", """<?xml version="1.0"?><!DOCTYPE html><html><head><title/></head><body><a id="x"/><p>First&nbsp;one.</p></body></html>"""),
            ("OPS/two b.xhtml", "<html><body><h2>Storm</h2><p>Second.</p></body></html>"),
            ("three.xhtml", "<html><body><p>Third.</p></body></html>"),
            ("OPS/nav.xhtml", """<html><body><nav><a href="one.xhtml#start">The Sea</a></nav></body></html>"""),
            ("OPS/toc.ncx", """<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "x.dtd"><ncx><navPoint><navLabel><text>Home</text></navLabel><content src="../three.xhtml"/></navPoint></ncx>""")), "book.zip");
        Assert.Equal("Tides & Ships", read.Title);
        Assert.Equal([new DocumentPart("chapter 1: The Sea", "First\u00a0one."), new DocumentPart("chapter 2: Storm", "Storm\nSecond."), new DocumentPart("chapter 3: Home", "Third.")], read.Parts);
    }

    [Fact]
    public async Task A_book_is_read_without_a_table_of_contents_that_is_a_trap()
    {
        var read = await ReadAsync(Epub(("OPS/one.xhtml", "<p>One</p>"), ("OPS/nav.xhtml", string.Concat(Enumerable.Repeat("<div><nav>", 20_000))), ("OPS/toc.ncx", "<ncx><broken")));
        Assert.Equal([new DocumentPart("chapter 1", "One")], read.Parts);
    }

    [Fact]
    public async Task A_book_without_its_chapters_is_refused()
    {
        Assert.Equal(DocumentRefusal.NoText, await RefusalAsync(Epub()));
        Assert.StartsWith("This book is locked", await RefusalAsync(Epub(("META-INF/rights.xml", "x"))), StringComparison.Ordinal);
        Assert.Equal(Archive.Broken, await RefusalAsync(Zip(("META-INF/container.xml", Utf8("<a/>")))));
    }

    [Fact]
    public async Task Other_archives_are_refused()
    {
        Assert.Equal(DocumentRefusal.Unknown, await RefusalAsync(Zip(("xl/workbook.xml", Utf8("<a/>")))));
        Assert.Equal(DocumentRefusal.Unknown, await RefusalAsync(Zip()));
        Assert.Equal(Archive.Broken, await RefusalAsync([.. "PK\x03\x04"u8, 1, 2, 3]));
        Assert.Equal(Archive.Broken, await RefusalAsync(Docx(Paragraph("x"))[..^30]));
    }

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("a/../../evil.xml")]
    [InlineData("..\\evil.xml")]
    [InlineData("/evil.xml")]
    [InlineData("C:/evil.xml")]
    public async Task A_zip_with_names_that_lead_out_is_refused(string name) =>
        Assert.Equal(Archive.BadNames, await RefusalAsync(Zip(("word/document.xml", Utf8("<a/>")), (name, [1]))));

    [Fact]
    public async Task A_zip_of_10_001_files_is_refused() =>
        Assert.Equal(Archive.TooMany, await RefusalAsync(Zip([.. Enumerable.Range(0, 10_001).Select(number => ($"{number}", Array.Empty<byte>()))])));

    [Fact]
    public async Task A_zip_that_unpacks_to_a_hundred_times_its_size_is_refused() =>
        Assert.Equal(Archive.Bomb, await RefusalAsync(Zip(("word/document.xml", new byte[60_000_000]))));

    [Fact]
    public async Task A_zip_that_claims_four_gigabytes_is_refused()
    {
        var zip = Docx(Paragraph("x"));
        Claim(zip, 4_000_000_000);
        Assert.Equal(Archive.Bomb, await RefusalAsync(zip));
    }

    [Fact]
    public async Task A_zip_that_claims_less_than_it_holds_is_counted_while_it_is_read()
    {
        var zip = Zip(("word/document.xml", [.. Utf8("<a>"), .. Enumerable.Repeat((byte)' ', 60_000_000), .. Utf8("</a>")]));
        Claim(zip, 1_000);
        Assert.Contains(await RefusalAsync(zip), new[] { Archive.Bomb, Archive.Broken });
    }

    [Fact]
    public async Task A_zip_with_broken_content_is_refused()
    {
        var zip = Docx(Paragraph("x"));
        zip.AsSpan(50, 40).Fill(0xFF);
        Assert.Equal(Archive.Broken, await RefusalAsync(zip));
    }

    [Fact]
    public async Task No_cut_of_a_document_breaks_the_reader()
    {
        var whole = Docx(Paragraph("Tides", "Heading1"));
        for (var length = 4; length < whole.Length; length++) Assert.IsType<DocumentReading.Refused>(await ReadingAsync(whole[..length]));
    }

    [Fact]
    public async Task No_flipped_byte_of_a_document_breaks_the_reader()
    {
        var whole = Epub(("OPS/one.xhtml", "<p>One</p>"));
        for (var at = 0; at < whole.Length; at++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[at] ^= 0x5A;
            Assert.NotNull(await ReadingAsync(flipped));
        }
    }

    // The central directory keeps the unpacked length 24 bytes after its mark. APPNOTE.TXT, 4.3.12.
    private static void Claim(byte[] zip, uint length) => BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24), length);
}
