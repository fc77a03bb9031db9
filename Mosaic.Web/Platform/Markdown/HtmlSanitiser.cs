using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>Reads HTML as a browser does and writes a new one that holds only what <see cref="HtmlAllowList"/> knows.
/// Since the output is written afresh, nothing of the input's spelling survives.</summary>
internal static class HtmlSanitiser
{
    /// <summary>Elements nested deeper than this give way to their text.</summary>
    private const int MaxDepth = 200;

    private const string Html = "http://www.w3.org/1999/xhtml";

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = true });

    /// <summary>Where all that is parsed is thought to stand; it is only looked at, and yet each thread has its own.</summary>
    private static readonly ThreadLocal<IElement> Body = new(() => Parser.ParseDocument("").Body!);

    public static string Sanitise(string untrusted)
    {
        var output = new StringBuilder(untrusted.Length + 64);
        foreach (var node in Parser.ParseFragment(untrusted, Body.Value!))
            Write(node, output, 0);
        return output.ToString();
    }

    private static void Write(INode node, StringBuilder output, int depth)
    {
        if (node is IText text)
        {
            HtmlText.Encode(output, text.Data);
            return;
        }
        if (node is not IElement element || HtmlAllowList.Removed.Contains(element.LocalName) || element.NamespaceUri != Html) return;
        var kept = depth < MaxDepth && HtmlAllowList.Elements.Contains(element.LocalName) && !IsHollow(element);
        if (kept) Open(element, output);
        if (depth < MaxDepth * 4)
            foreach (var child in element.ChildNodes)
                Write(child, output, depth + 1);
        if (kept && !HtmlAllowList.Empty.Contains(element.LocalName)) output.Append("</").Append(element.LocalName).Append('>');
    }

    /// <summary>Without these attributes the element would mean something else, or nothing.</summary>
    private static bool IsHollow(IElement element) => element.LocalName switch
    {
        "a" => !Has(element, "href"),
        "img" => !Has(element, "src"),
        "input" => !Has(element, "type") || !Has(element, "data-task"),
        "div" => !Has(element, "class"),
        _ => false,
    };

    private static bool Has(IElement element, string name) =>
        element.GetAttribute(name) is { } value && HtmlAllowList.Allows(element.LocalName, name, value);

    private static void Open(IElement element, StringBuilder output)
    {
        output.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.NamespaceUri is not null || attribute.LocalName is "rel" or "target" or "disabled" or "tabindex" or "loading") continue;
            if (HtmlAllowList.Allows(element.LocalName, attribute.LocalName, attribute.Value)) Write(attribute.LocalName, attribute.Value, output);
        }
        if (element.LocalName == "a" && SafeUrls.Foreign(element.GetAttribute("href")) is not null)
        {
            Write("rel", "noopener noreferrer nofollow", output);
            Write("target", "_blank", output);
        }
        if (element.LocalName is "td" or "th" && AlignmentOf(element) is { } alignment) Write("class", alignment, output);
        if (element.LocalName == "input") Write("disabled", "", output);
        if (element.LocalName == "img") Write("loading", "lazy", output);
        if (element.LocalName is "pre" or "div") Write("tabindex", "0", output);
        output.Append('>');
    }

    // Inline styles are not allowed; of those that Markdig writes, this is the one that is meant.
    private static string? AlignmentOf(IElement cell) => cell.GetAttribute("style") switch
    {
        "text-align: left;" => "align-left",
        "text-align: center;" => "align-center",
        "text-align: right;" => "align-right",
        _ => null,
    };

    private static void Write(string name, string value, StringBuilder output) =>
        HtmlText.Encode(output.Append(' ').Append(name).Append("=\""), value).Append('"');
}
