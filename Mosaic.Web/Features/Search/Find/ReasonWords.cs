using System.Globalization;

namespace Mosaic.Web.Features.Search.Find;

/// <summary>Says why a text was found.</summary>
public static class ReasonWords
{
    private const int MostWords = 5;

    public static string Of(SearchHit hit) => hit.FoundBy switch
    {
        FoundBy.Filter => "It is what the filters ask for.",
        FoundBy.Words => Words(hit.Reason),
        FoundBy.Meaning => Meaning(hit.Reason),
        _ => $"{Words(hit.Reason)} {Meaning(hit.Reason)}",
    };

    private static string Words(SearchReason reason)
    {
        var words = reason.MatchedWords.Take(MostWords).Select(word => $"“{word}”").ToList();
        return words.Count switch
        {
            0 => "Its words match.",
            1 => $"The word {words[0]} occurs.",
            _ => $"The words {string.Join(", ", words.SkipLast(1))} and {words[^1]} occur.",
        };
    }

    private static string Meaning(SearchReason reason) =>
        string.Create(CultureInfo.InvariantCulture, $"Its nearest passage is like the question to {Math.Max(0, reason.Cosine ?? 0) * 100:0} %.");
}
