using System.ComponentModel;
using Mosaic.Web.Features.Search.Find;

namespace Mosaic.Web.Features.Search.Api;

/// <summary>One text that was found.</summary>
internal sealed record SearchHitJson(
    [property: Description("memo, diary, reply, chat or document.")] string Kind,
    Guid Id,
    string Title,
    [property: Description("The piece of the text around what was found.")] string Snippet,
    [property: Description("words, meaning, both, or filter where q holds filters alone.")] string MatchedBy,
    [property: Description("Only comparable within one answer.")] double Score,
    [property: Description("Why it was found, as a sentence.")] string Why)
{
    public static SearchHitJson Of(SearchHit hit) =>
        new(hit.Kind, hit.Id, hit.Title, string.Concat(hit.Snippet.Select(run => run.Text)), hit.FoundBy.ToString().ToLowerInvariant(), Math.Round(hit.Reason.Score, 6), ReasonWords.Of(hit));
}
