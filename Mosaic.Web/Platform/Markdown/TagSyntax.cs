using System.Text;
using System.Text.RegularExpressions;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>What a <c>#tag</c> in a text is. Code, addresses and escaped <c>\#</c> hold none: tags come from the parsed text.</summary>
public static partial class TagSyntax
{
    /// <summary>The longest tag, in characters (a surrogate pair is one).</summary>
    public const int MaxLength = 50;

    // What a tag is made of; the slash nests. Characters beyond the basic plane are letters and emoji, private use aside.
    private const string Emoji = @"[\uD800-\uDB7F][\uDC00-\uDFFF]|[\u00A9\u00AE\u203C\u2049\u2122\u2139\u2190-\u21FF\u2300-\u23FF\u25A0-\u27BF\u2900-\u297F\u2B00-\u2BFF\u3030\u303D\u3297\u3299]";
    private const string Part = $@"(?:[\p{{L}}\p{{M}}\p{{Nd}}_\-\u200C\u200D]|{Emoji})";
    private const string Any = $"(?:{Part}|/)";

    /// <summary>The tags of a text in lower case, each once, in the order of their first appearance.</summary>
    public static IReadOnlyList<string> Find(string text) => MarkdownOutline.Of(text).Tags;

    /// <summary>Whether somebody may put this on a memo: with or without its <c>#</c>.</summary>
    public static bool IsTag(string tag) => Match("#" + tag.TrimStart('#'), 0) is { Success: true } match && match.Length == tag.TrimStart('#').Length + 1;

    /// <summary>The one spelling a tag is kept in: lower case, composed, without <c>#</c>. What cannot be composed becomes U+FFFD.</summary>
    public static string Normalise(string tag) => string.Concat(tag.TrimStart('#').EnumerateRunes().Select(Composable)).Normalize().ToLowerInvariant();

    /// <summary>Where the filtered list of a tag is.</summary>
    public static string Url(string tag) => "/?tag=" + Uri.EscapeDataString(Normalise(tag));

    /// <summary>Rewrites tags where they stand in the text. <paramref name="rename"/> takes the normalised tag and gives the new one, or null to leave it.</summary>
    public static string Rename(string text, Func<string, string?> rename)
    {
        var result = text;
        foreach (var found in MarkdownOutline.Of(text).TagPlaces.Reverse())
            if (rename(Normalise(text.Substring(found.Start + 1, found.Length - 1))) is { } renamed)
                result = string.Concat(result.AsSpan(0, found.Start), "#", renamed, result.AsSpan(found.Start + found.Length));
        return result;
    }

    // Half a surrogate pair is replaced by its reading as a rune already; U+FFFE would throw, too.
    private static Rune Composable(Rune sign) => sign.Value == 0xFFFE ? Rune.ReplacementChar : sign;

    /// <summary>The tag that begins exactly at a place of the text.</summary>
    internal static Match Match(string text, int start) => Pattern().Match(text, start);

    // Not after a word, an entity, a path or another #; not only digits; something to read in it; 50 at most; slashes only between parts.
    [GeneratedRegex($@"\G(?<![\w&/#])\#(?={Any}{{1,50}}(?!{Any}))(?!\d+(?!{Any}))(?=[_\-\p{{M}}]*(?:[\p{{L}}\p{{Nd}}]|{Emoji}))(?<tag>{Part}+(?:/{Part}+)*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern();
}
