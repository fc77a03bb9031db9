namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Tells the kind of a file by its first bytes; where it is a text, by how it begins, its name and its media type.</summary>
internal static class DocumentKinds
{
    private const int PdfMarkWithin = 1024;

    /// <summary>Null where it is a text, or nothing that is known.</summary>
    public static DocumentKind? OfBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8)) return DocumentKind.Zip;
        if (bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            throw new DocumentRefusal("This is a file of an older Office, or one with a password. Save it as .docx without a password, and import that.");
        if (bytes.StartsWith("{\\rtf"u8)) throw new DocumentRefusal("Mosaic does not read RTF. Save the document as .docx or .txt, and import that.");
        if (IsPicture(bytes)) throw new DocumentRefusal("This is a picture or a recording, and Mosaic reads texts. Choose a text, or attach it to a memo instead.");
        var mark = bytes[..Math.Min(bytes.Length, PdfMarkWithin)].IndexOf("%PDF-"u8);
        return mark == 0 || (mark > 0 && HasObjects(bytes)) ? DocumentKind.Pdf : null;
    }

    public static DocumentKind OfText(string text, string name, string? mimeType)
    {
        var start = text.AsSpan().TrimStart();
        if (Begins(start, "<!doctype html") || Begins(start, "<html")) return DocumentKind.Html;
        var named = ByName(Path.GetExtension(name)) ?? ByMimeType(mimeType);
        return named is null or DocumentKind.Text && start is ['{', ..] or ['[', ..] && JsonOutline.IsJson(text) ? DocumentKind.Json : named ?? DocumentKind.Text;
    }

    private static bool Begins(ReadOnlySpan<char> text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    // Some PDF files have something before their mark; a text that speaks of the mark is none.
    private static bool HasObjects(ReadOnlySpan<byte> bytes) => bytes.IndexOf("endobj"u8) >= 0;

    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) || bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || bytes.StartsWith("GIF8"u8)
        || bytes.StartsWith("RIFF"u8) || bytes.StartsWith("OggS"u8) || bytes.StartsWith("ID3"u8) || (bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8));

    private static DocumentKind? ByName(string ending) => ending.ToUpperInvariant() switch
    {
        ".MD" or ".MARKDOWN" => DocumentKind.Markdown,
        ".CSV" or ".TSV" => DocumentKind.Csv,
        ".JSON" => DocumentKind.Json,
        ".HTML" or ".HTM" or ".XHTML" => DocumentKind.Html,
        ".TXT" or ".TEXT" or ".LOG" => DocumentKind.Text,
        _ => null,
    };

    private static DocumentKind? ByMimeType(string? mimeType) => mimeType?.Split(';')[0].Trim().ToUpperInvariant() switch
    {
        "TEXT/MARKDOWN" => DocumentKind.Markdown,
        "TEXT/CSV" or "TEXT/TAB-SEPARATED-VALUES" => DocumentKind.Csv,
        "APPLICATION/JSON" => DocumentKind.Json,
        "TEXT/HTML" or "APPLICATION/XHTML+XML" => DocumentKind.Html,
        _ => null,
    };
}
