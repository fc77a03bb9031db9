using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>What a memo says in short, in its own sentences.</summary>
public static class OfflineSummary
{
    /// <summary>The longest summary, in UTF-16 code units.</summary>
    public const int MaxLength = 300;

    private const int MostSentences = 2, MostRead = 200, ShortestText = 200, FewestSentences = 3;

    /// <summary>One or two sentences of the text as plain text on one line; null when the text is about as short as a summary.</summary>
    public static string? Of(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var sentences = OfflineText.Sentences(markdown, MostRead);
        if (sentences.Count < FewestSentences || sentences.Sum(CentralSentences.Weight) < ShortestText) return null;
        var chosen = CentralSentences.Choose(sentences, MostSentences, MaxLength);
        return chosen.Count > 0 ? Join(chosen.Select(place => sentences[place])) : Passage.Cut(sentences[0], MaxLength);
    }

    /// <summary>Sentences of a script without spaces stand without them.</summary>
    internal static string Join(IEnumerable<string> sentences) => PlainText.Collapse(sentences.Aggregate("", (text, sentence) =>
        text.Length == 0 || "。！？｡」』".Contains(text[^1]) ? text + sentence : text + ' ' + sentence));
}
