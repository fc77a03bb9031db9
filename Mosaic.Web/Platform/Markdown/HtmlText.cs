using System.Buffers;
using System.Text;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>Text as HTML, safe between tags and between double quotes.</summary>
internal static class HtmlText
{
    /// <summary>The characters of markup, backticks, which old parsers took for quotes, and all that may be half a character: one that stands alone becomes U+FFFD.</summary>
    private static readonly SearchValues<char> Marked = SearchValues.Create([.. "&<>\"'`\0", .. Enumerable.Range(0xD800, 0x800).Select(half => (char)half)]);

    public static string Encode(string text) => text.AsSpan().ContainsAny(Marked) ? Encode(new StringBuilder(text.Length + 16), text).ToString() : text;

    /// <summary>The same at the end of what there is.</summary>
    public static StringBuilder Encode(StringBuilder output, ReadOnlySpan<char> text)
    {
        for (var plain = text.IndexOfAny(Marked); plain >= 0; plain = text.IndexOfAny(Marked))
        {
            output.Append(text[..plain]);
            text = text[plain..];
            var length = 1;
            _ = text[0] switch
            {
                '&' => output.Append("&amp;"),
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '"' => output.Append("&quot;"),
                '\'' => output.Append("&#39;"),
                '`' => output.Append("&#96;"),
                '\0' => output.Append('\uFFFD'),
                // No encoding can carry one that stands alone.
                _ => Rune.DecodeFromUtf16(text, out _, out length) == OperationStatus.Done ? output.Append(text[..length]) : output.Append('\uFFFD'),
            };
            text = text[length..];
        }
        return output.Append(text);
    }
}
