using System.Globalization;
using Mosaic.Web.Features.Search.Find;

namespace Mosaic.Web.Features.Search.Pages;

/// <summary>How a search speaks of what it found.</summary>
public static class SearchWords
{
    /// <summary>“12 found in 4 ms”.</summary>
    public static string Count(SearchResult result, CultureInfo culture)
    {
        var count = result.Total.ToString("N0", culture) + (result.IsMore ? " or more" : "");
        var shown = result.Hits.Count < result.Total ? $", the {(result.Query.Terms.Count > 0 || result.Meaning != MeaningState.None ? "best" : "newest")} {result.Hits.Count} are shown" : "";
        return $"{count} found in {Time(result.Took)}{shown}";
    }

    public static string Badge(FoundBy by) => by switch
    {
        FoundBy.Words => "words",
        FoundBy.Meaning => "meaning",
        FoundBy.Both => "words and meaning",
        _ => "filters",
    };

    /// <summary>What there is to know about a hit, for whoever wants to know it all.</summary>
    public static IEnumerable<(string Name, string Value)> Details(SearchHit hit)
    {
        var reason = hit.Reason;
        if (reason.MatchedWords.Count > 0) yield return ("Words that match", string.Join(", ", reason.MatchedWords));
        if (reason.WordsRank is { } words) yield return ("Place by words", words.ToString(CultureInfo.InvariantCulture));
        if (reason.Coverage is { } share) yield return ("Of the question covered", string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %"));
        if (reason.MeaningRank is { } meaning) yield return ("Place by meaning", meaning.ToString(CultureInfo.InvariantCulture));
        if (reason.Cosine is { } cosine) yield return ("Nearness in meaning (cosine)", cosine.ToString("0.000", CultureInfo.InvariantCulture));
    }

    private static string Time(TimeSpan took) => took.TotalMilliseconds < 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(took.TotalMilliseconds)):0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s");
}
