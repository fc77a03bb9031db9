using System.Text;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Makes what a file says fit to be kept and shown.</summary>
internal static class CleanText
{
    /// <summary>With <c>\n</c> between lines, without NUL, halves of characters, blanks at the ends of lines, and more than one empty line in a row.</summary>
    public static string Block(string text)
    {
        var clean = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimEnd();
            if (trimmed.IsEmpty)
            {
                empty++;
                continue;
            }
            if (clean.Length > 0) clean.Append('\n', Math.Min(2, empty + 1));
            empty = 0;
            Append(clean, trimmed);
        }
        return clean.ToString();
    }

    /// <summary>On one line, at most as long as a title.</summary>
    public static string Line(string text)
    {
        var start = text.Length > 4 * DocumentLimits.MaxTitle ? text[..(4 * DocumentLimits.MaxTitle)] : text;
        return PlainText.Cut(PlainText.Collapse(Sound(start)), DocumentLimits.MaxTitle);
    }

    /// <summary>Without NUL, other signs that steer machines, and halves of characters.</summary>
    public static string Sound(string text)
    {
        var clean = new StringBuilder(text.Length);
        Append(clean, text);
        return clean.ToString();
    }

    private static void Append(StringBuilder clean, ReadOnlySpan<char> text)
    {
        Span<char> room = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')) continue;
            clean.Append(room[..rune.EncodeToUtf16(room)]);
        }
    }
}
