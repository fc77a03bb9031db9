using Mosaic.Web.Features.Search.Ask.Citations;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>
/// The text of a reply. A model knows the memo as number 1 and what it recalled as 2 and up; people see what was recalled as 1 and up, and
/// of the memo above no number at all.
/// </summary>
public static class ReplyText
{
    /// <summary>What a model or the offline helper wrote, as it is kept and shown.</summary>
    /// <param name="written">Markdown, perhaps only its beginning.</param>
    /// <param name="recalled">How many passages were recalled.</param>
    /// <param name="isOffline">The offline helper wrote it: what stands in its quotes is the person's.</param>
    public static string Of(string written, int recalled, bool isOffline) =>
        CitationRule.Renumber(written, recalled + 1, number => number == 1 ? null : number - 1, isOffline).Trim();
}
