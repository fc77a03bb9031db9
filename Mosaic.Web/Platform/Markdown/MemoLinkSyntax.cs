using System.Text.RegularExpressions;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>A link from one memo to another: <c>[[id|label]]</c>.</summary>
public static partial class MemoLinkSyntax
{
    private const int MaxLabel = 200;

    /// <summary>The memos a text links to, each once, in order.</summary>
    public static IReadOnlyList<Guid> Find(string text) => MarkdownOutline.Of(text).Links;

    /// <summary>What the editor puts into the text for a chosen memo.</summary>
    public static string Write(Guid memoId, string label)
    {
        var clean = Unwanted().Replace(label, " ").Trim();
        if (clean.Length > MaxLabel) clean = clean[..(char.IsHighSurrogate(clean[MaxLabel - 1]) ? MaxLabel - 1 : MaxLabel)];
        return clean.Length == 0 ? $"[[{memoId:D}]]" : $"[[{memoId:D}|{clean}]]";
    }

    internal static Match Match(string text, int start) => Pattern().Match(text, start);

    [GeneratedRegex(@"\G\[\[(?<id>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:\|(?<label>[^\[\]\r\n|]{0,200}))?\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"[\[\]|\p{C}\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unwanted();
}
