using System.Globalization;
using System.Text;

namespace Mosaic.Web.Platform.Files;

/// <summary>Names of files as people gave them. They are shown, and never used as a path.</summary>
public static class FileNames
{
    /// <summary>In characters as people count them.</summary>
    public const int MaxCharacters = 255;

    private const int MaxLength = 1_000;
    private const int MaxExtension = 20;

    /// <summary>The name without what cannot be seen and would deceive (control signs, changes of writing direction), and shortened before its ending.</summary>
    public static string Clean(string? name)
    {
        var clean = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes())
            if (!IsDeceptive(rune)) clean.Append(rune);
        var trimmed = clean.ToString().Trim();
        return trimmed.Length == 0 ? "file" : Shorten(trimmed);
    }

    private static bool IsDeceptive(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value is 0x2028 or 0x2029 or 0xFEFF or (>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || (rune.Value & 0xFFFE) == 0xFFFE;

    private static string Shorten(string name)
    {
        if (name.Length <= MaxCharacters) return name;
        var extension = Path.GetExtension(name);
        if (extension.Length > MaxExtension) extension = "";
        var end = 0;
        var body = name[..^extension.Length];
        for (var characters = extension.Length; characters < MaxCharacters && end < body.Length; characters++)
        {
            var next = StringInfo.GetNextTextElementLength(body.AsSpan(end));
            if (end + next + extension.Length > MaxLength) break;
            end += next;
        }
        // A single character can be longer than the limit when marks are piled upon it.
        if (end == 0) end = Math.Min(body.Length, 100);
        if (end < body.Length && char.IsLowSurrogate(body[end])) end--;
        return body[..end] + extension;
    }
}
