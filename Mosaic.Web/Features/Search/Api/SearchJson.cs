using System.ComponentModel;
using Mosaic.Web.Features.Search.Find;

namespace Mosaic.Web.Features.Search.Api;

/// <summary>What a search found.</summary>
internal sealed record SearchJson(
    IReadOnlyList<SearchHitJson> Items,
    [property: Description("How many there are, at least where isMore is true.")] int Total,
    bool IsMore,
    [property: Description("Milliseconds of the server.")] double TookMs,
    [property: Description("Who looked for the meaning: offline or model; none where nothing had one or the model could not be asked.")] string Meaning,
    [property: Description("How q was read where a word of it was taken for a slip of the finger; null where it was read as it is.")] string? Meant,
    [property: Description("Parts of q that did not count, and why.")] IReadOnlyList<string> Ignored)
{
    public static SearchJson Example { get; } = new(
        [
            new SearchHitJson("memo", Guid.Parse("01980000-0000-7000-8000-000000000001"), "Beans against slugs", "Sowed the beans again, slugs had eaten them.", "both", 0.0325,
                "The words “slugs” and “beans” occur. Its nearest passage is like the question to 61 %."),
        ], 1, false, 3.2, "offline", null, []);

    public static SearchJson Of(SearchResult result) => new(
        [.. result.Hits.Select(SearchHitJson.Of)], result.Total, result.IsMore, Math.Round(result.Took.TotalMilliseconds, 1),
        result.Meaning switch { MeaningState.Offline => "offline", MeaningState.Model => "model", _ => "none" }, result.Meant,
        [.. result.Query.Tokens.Where(token => token.Problem is not null).Select(token => $"{token.Raw}: {token.Problem}")]);
}
