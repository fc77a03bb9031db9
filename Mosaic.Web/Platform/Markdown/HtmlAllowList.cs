using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>The elements and attributes a rendered text may hold. Public so that the tests of security read the same list.</summary>
public static partial class HtmlAllowList
{
    /// <summary>Elements that stay. Others give way to what they hold.</summary>
    public static FrozenSet<string> Elements { get; } = FrozenSet.ToFrozenSet(
    [
        "a", "blockquote", "br", "code", "del", "div", "em", "h3", "h4", "h5", "h6", "hr", "img", "input", "ins", "li", "mark", "ol", "p", "pre",
        "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
    ]);

    /// <summary>Elements that go with everything inside them, since what they hold is no text for people.</summary>
    internal static FrozenSet<string> Removed { get; } = FrozenSet.ToFrozenSet(
    [
        "script", "style", "template", "iframe", "object", "embed", "noscript", "noembed", "noframes", "xmp", "plaintext", "svg", "math", "title",
        "textarea", "select", "link", "meta", "base", "audio", "video", "canvas", "applet", "frameset", "frame",
    ]);

    internal static FrozenSet<string> Empty { get; } = FrozenSet.ToFrozenSet(["br", "hr", "img", "input"]);

    /// <summary>Whether an element may carry an attribute with this value.</summary>
    public static bool Allows(string element, string attribute, string value) => (element, attribute) switch
    {
        ("a", "href") => SafeUrls.IsOwn(value) || SafeUrls.IsTagFilter(value) || SafeUrls.Foreign(value) is not null,
        ("a", "class") => value is "memo-link" or "tag" or "image-link",
        ("a", "data-memo") => Guid.TryParseExact(value, "D", out _),
        ("a", "rel") => value == "noopener noreferrer nofollow",
        ("a", "target") => value == "_blank",
        ("img", "src") => SafeUrls.IsFile(value),
        ("img", "loading") => value == "lazy",
        ("img", "alt") => true,
        ("a" or "img", "title") => true,
        ("code", "class") => LanguageClass().IsMatch(value),
        ("pre" or "div", "tabindex") => value == "0",
        ("div", "class") => value == "table-scroll",
        ("p", "class") => value == "plain",
        ("ul" or "ol", "class") => value == "contains-task-list",
        ("li", "class") => value == "task-list-item",
        ("ol", "start") => int.TryParse(value, out var start) && start >= 0,
        ("th" or "td", "class") => value is "align-left" or "align-center" or "align-right",
        ("input", "type") => value == "checkbox",
        ("input", "data-task") => int.TryParse(value, out var index) && index >= 0,
        ("input", "aria-label") => true,
        ("input", "checked" or "disabled") => value.Length == 0,
        _ => false,
    };

    [GeneratedRegex(@"\Alanguage-[A-Za-z0-9+#._-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageClass();
}
