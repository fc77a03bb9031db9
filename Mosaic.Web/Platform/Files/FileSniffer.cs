using System.Text;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Platform.Files;

/// <summary>Tells what a file is from how it begins. What its sender says is not asked; its name only tells one zip from another.</summary>
public static class FileSniffer
{
    /// <summary>How many bytes of the beginning are enough.</summary>
    public const int HeadLength = 4_096;

    /// <param name="head">The first <see cref="HeadLength"/> bytes, or all there are.</param>
    /// <param name="filename">Its ending names the kind of a zip.</param>
    public static FileKind Sniff(ReadOnlySpan<byte> head, string filename)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Image("png");
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Image("jpeg");
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return Image("gif");
        if (head.Length >= 12 && head.StartsWith("RIFF"u8)) return Riff(head.Slice(8, 4));
        if (head.Length >= 12 && head.Slice(4, 4).SequenceEqual("ftyp"u8)) return IsoMedia(head);
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return Matroska(head);
        if (head.StartsWith("OggS"u8)) return head[..Math.Min(head.Length, 256)].IndexOf("theora"u8) >= 0 ? Video("ogg") : Audio("ogg");
        if (head.StartsWith("fLaC"u8)) return Audio("flac");
        if (head.StartsWith("ID3"u8)) return Audio("mpeg");
        if (head.Length >= 4 && head[0] == 0xFF && head[1] is 0xFB or 0xF3 or 0xF2 or 0xFA) return Audio("mpeg");
        if (head.Length >= 4 && head[0] == 0xFF && head[1] is 0xF1 or 0xF9) return Audio("aac");
        return Document(head, filename) ?? (IsText(head) ? TextOf(head) : FileKind.Unknown);
    }

    private static FileKind Image(string name) => new(ResourceType.Image, "image/" + name);

    private static FileKind Audio(string name) => new(ResourceType.Audio, "audio/" + name);

    private static FileKind Video(string name) => new(ResourceType.Video, "video/" + name);

    private static FileKind File(string mimeType) => new(ResourceType.File, mimeType);

    private static FileKind Riff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WEBP"u8) ? Image("webp") : form.SequenceEqual("WAVE"u8) ? Audio("wav") : form.SequenceEqual("AVI "u8) ? File("video/x-msvideo") : FileKind.Unknown;

    // No browser but one shows HEIC, so it is a file to download; AVIF is a picture everywhere.
    private static FileKind IsoMedia(ReadOnlySpan<byte> head) => Encoding.ASCII.GetString(head.Slice(8, 4)) switch
    {
        "avif" or "avis" => Image("avif"),
        "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1" => File("image/heic"),
        "qt  " => Video("quicktime"),
        "M4A " or "M4B " or "M4P " => Audio("mp4"),
        "isom" or "iso2" or "iso3" or "iso4" or "iso5" or "iso6" or "iso8" or "iso9" or "mp41" or "mp42" or "mp71" or "avc1" or "dash" or "M4V " or "M4VH" or "M4VP"
            or "MSNV" or "3gp4" or "3gp5" or "3gp6" or "3g2a" or "f4v " or "XAVC" or "mmp4" => Video("mp4"),
        _ => FileKind.Unknown,
    };

    private static FileKind Matroska(ReadOnlySpan<byte> head)
    {
        var start = head[..Math.Min(head.Length, 128)];
        return start.IndexOf("webm"u8) >= 0 ? Video("webm") : start.IndexOf("matroska"u8) >= 0 ? File("video/x-matroska") : FileKind.Unknown;
    }

    private static FileKind? Document(ReadOnlySpan<byte> head, string filename)
    {
        if (head.StartsWith("%PDF-"u8)) return File("application/pdf");
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return File(Zip(Path.GetExtension(filename)));
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return File("application/gzip");
        if (head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])) return File("application/x-7z-compressed");
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])) return File("application/x-xz");
        if (head.StartsWith("Rar!"u8)) return File("application/vnd.rar");
        if (head.StartsWith("{\\rtf"u8)) return File("application/rtf");
        return null;
    }

    private static string Zip(string extension) => extension.ToLowerInvariant() switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ".odt" => "application/vnd.oasis.opendocument.text",
        ".ods" => "application/vnd.oasis.opendocument.spreadsheet",
        ".odp" => "application/vnd.oasis.opendocument.presentation",
        ".epub" => "application/epub+zip",
        _ => "application/zip",
    };

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.ContainsAnyInRange((byte)0, (byte)8) || head.ContainsAnyInRange((byte)14, (byte)26)) return false;
        // The last character may be cut in two.
        for (var cut = 0; cut <= Math.Min(3, head.Length); cut++)
            if (System.Text.Unicode.Utf8.IsValid(head[..^cut])) return head.Length == HeadLength || cut == 0;
        return false;
    }

    // Markup is kept as bytes: a browser that is handed SVG, HTML or XML may run it.
    private static FileKind TextOf(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\f');
        var isMarkup = text.StartsWith('<') || Markup.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
        return isMarkup ? FileKind.Unknown : File("text/plain");
    }

    private static readonly string[] Markup = ["<html", "<svg", "<?xml", "<!doctype", "<script", "<body", "<head", "<iframe"];
}
