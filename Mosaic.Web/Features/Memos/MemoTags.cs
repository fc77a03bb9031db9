using System.Text.RegularExpressions;

namespace Mosaic.Web.Features.Memos;

/// <summary>Tags of a memo: those in its text first, then those put on it.</summary>
public static partial class MemoTags
{
    /// <summary>The most tags one memo carries; more are left out.</summary>
    public const int MostPerMemo = 100;

    public static string[] Join(IEnumerable<string> inText, IEnumerable<string> putOn) => [.. inText.Concat(putOn).Distinct().Take(MostPerMemo)];

    /// <summary>The text as a card shows it: tags at its very end are left out, since they stand above it already.</summary>
    public static string WithoutLast(string content)
    {
        var shown = TagsAtTheEnd().Replace(content, "");
        return string.IsNullOrWhiteSpace(shown) ? content : shown;
    }

    // Only ends that are words and spaces: a fence or link closed there stays whole.
    [GeneratedRegex(@"(?:(?<=\s)#[\p{L}\p{N}_/-]+\s*)+\z", RegexOptions.RightToLeft, matchTimeoutMilliseconds: 200)]
    private static partial Regex TagsAtTheEnd();
}
