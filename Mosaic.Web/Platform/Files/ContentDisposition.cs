using System.Text;

namespace Mosaic.Web.Platform.Files;

/// <summary>The header that tells a browser to show or to save, and under which name (RFC 6266, names encoded as in RFC 8187).</summary>
public static class ContentDisposition
{
    public static string Inline(string filename) => Of("inline", filename);

    public static string Attachment(string filename) => Of("attachment", filename);

    private static string Of(string kind, string filename)
    {
        // Whoever saves it must not be led to another folder.
        var name = filename.Replace('/', '_').Replace('\\', '_');
        var plain = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            plain.Append(rune.Value is >= 0x20 and < 0x7F and not '"' and not '%' ? (char)rune.Value : '_');
        return $"{kind}; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
    }
}
