using System.Globalization;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>Chooses what to quote of the sources of a request, and writes it.</summary>
internal static class SourceQuotes
{
    /// <summary>The longest passage, in UTF-16 code units.</summary>
    public const int MaxLength = 240;

    private const int Most = 3, MostSentences = 200;

    /// <summary>The nearest sources first, at most three, none that says what another says.</summary>
    public static IReadOnlyList<QuotedSource> Choose(IEnumerable<(AiSource Source, int Number)> sources, string asked)
    {
        var direction = string.IsNullOrWhiteSpace(asked) ? null : OfflineEmbedding.Embed(asked.AsSpan(0, Math.Min(asked.Length, OfflineText.MaxLength)));
        return [.. sources.OrderByDescending(source => source.Source.Score ?? double.MinValue)
            .Select(source => new QuotedSource(source.Number, source.Source, Passage(source.Source.Text, direction)))
            .Where(quote => quote.Passage.Length > 0).DistinctBy(quote => quote.Passage).Take(Most)];
    }

    /// <summary>
    /// The quote and below it who said it. The quotation mark goes first on the line, so that nothing quoted can begin a list, a heading
    /// or the definition of a link that <c>[1]</c> would then follow.
    /// </summary>
    public static string Write(QuotedSource quote)
    {
        var lines = $"“{quote.Passage}”".ReplaceLineEndings("\n").Split('\n').Select(line => "> " + line);
        var date = quote.Source.WrittenAt is { } at ? " " + at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "";
        return $"{string.Join('\n', lines)}\n\n[{quote.Number.ToString(CultureInfo.InvariantCulture)}]{date}";
    }

    /// <summary>The sentence nearest to a direction, with those after it that have room; the first sentences where there is no direction.</summary>
    private static string Passage(string markdown, float[]? direction)
    {
        var sentences = OfflineText.Sentences(markdown, MostSentences);
        if (sentences.Count == 0) sentences = [.. OfflineText.Blocks(markdown).Select(block => PlainText.Collapse(block.Text))];
        if (sentences.Count == 0) return Ai.Offline.Passage.Cut(PlainText.Collapse(markdown.Length > OfflineText.MaxLength ? markdown[..OfflineText.MaxLength] : markdown), MaxLength);
        var first = direction is null ? 0 : Enumerable.Range(0, sentences.Count).MaxBy(place => OfflineEmbedding.Likeness(direction, OfflineEmbedding.Embed(sentences[place])));
        var text = Ai.Offline.Passage.Cut(sentences[first], MaxLength);
        for (var next = first + 1; next < sentences.Count && text.Length + 1 + sentences[next].Length <= MaxLength; next++)
            text = OfflineSummary.Join([text, sentences[next]]);
        return text;
    }
}
