using System.Text;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>Text as HTML, safe between tags and between double quotes.</summary>
internal static class HtmlText
{
    /// <summary>Encodes the characters of markup, and backticks, which old parsers took for quotes.
    /// Half surrogates become U+FFFD, since no encoding can carry them.</summary>
    public static string Encode(string text)
    {
        var output = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
            _ = rune.Value switch
            {
                '&' => output.Append("&amp;"),
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '"' => output.Append("&quot;"),
                '\'' => output.Append("&#39;"),
                '`' => output.Append("&#96;"),
                0 => output.Append('\uFFFD'),
                _ => output.Append(rune),
            };
        return output.ToString();
    }
}
