using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Memos;

/// <summary>Tags of a memo: those in its text first, then those put on it.</summary>
public static class MemoTags
{
    /// <summary>The most tags one memo carries; more are left out.</summary>
    public const int MostPerMemo = 100;

    public static string[] Join(IEnumerable<string> inText, IEnumerable<string> putOn) => [.. inText.Concat(putOn).Distinct().Take(MostPerMemo)];

    /// <summary>The text as a card shows it: tags at its very end are left out, since they stand above it already.</summary>
    public static string WithoutLast(string content)
    {
        var shown = content.TrimEnd();
        if (shown.LastIndexOf('#') <= shown.LastIndexOfAny([' ', '\n'])) return content;
        foreach (var place in MarkdownOutline.Of(content).TagPlaces.Reverse())
        {
            if (place.Start + place.Length != shown.Length) break;
            shown = shown[..place.Start].TrimEnd();
            if (shown.Length == 0) return content;
        }
        return shown;
    }
}
