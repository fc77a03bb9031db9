using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>A page of a diary from the memos of a day: the person's own sentences, in the order of the day.</summary>
public static class OfflineDiary
{
    private const int MostPassages = 12, PassageLength = 300, PageLength = 2_400, MostSentences = 200;

    /// <summary>Markdown; a paragraph each for morning, afternoon and evening, by the clock the sources bear.</summary>
    public static string Of(AiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var passages = request.Sources.OrderBy(source => source.WrittenAt ?? DateTimeOffset.MaxValue)
            .Select(source => (Part: PartOfDay(source.WrittenAt), Text: Central(source.Text)))
            .Where(passage => passage.Text.Length > 0).DistinctBy(passage => passage.Text).ToList();
        if (passages.Count == 0) return "I wrote nothing that makes a page.";
        if (passages.Count > MostPassages)
            passages = [.. CentralSentences.Choose([.. passages.Select(passage => passage.Text)], MostPassages, PageLength).Select(place => passages[place])];
        return string.Join("\n\n", passages.GroupBy(passage => passage.Part).Select(part => Literal(OfflineSummary.Join(part.Select(passage => passage.Text)))));
    }

    private static string Central(string markdown)
    {
        var sentences = OfflineText.Sentences(markdown, MostSentences);
        if (sentences.Count == 0) return OfflineText.Blocks(markdown) is [var heading, ..] ? Ended(Passage.Cut(PlainText.Collapse(heading.Text), PassageLength)) : "";
        var chosen = sentences.Count <= 2 ? [] : CentralSentences.Choose(sentences, most: 2, PassageLength);
        var told = chosen.Count > 0 ? chosen.Select(place => sentences[place]) : sentences.Take(2);
        return Passage.Cut(OfflineSummary.Join(told.Select(Ended)), PassageLength);
    }

    // What was a line of a list becomes a sentence.
    private static string Ended(string sentence) => char.ToUpperInvariant(sentence[0]) + Stopped(sentence)[1..];

    private static string Stopped(string sentence) => char.IsLetterOrDigit(sentence[^1]) && Letters.KindOf(sentence[^1]) != LetterKind.Dense ? sentence + "." : sentence;

    // What begins a paragraph must not begin a list, a heading, a quote or the definition of a link.
    private static string Literal(string paragraph)
    {
        if ("#>-+*`~|=[_".Contains(paragraph[0])) return "\\" + paragraph;
        var digits = paragraph.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && paragraph[digits] is '.' or ')' ? paragraph.Insert(digits, "\\") : paragraph;
    }

    private static int PartOfDay(DateTimeOffset? at) => at?.Hour switch
    {
        null => 3,
        < 12 => 0,
        < 18 => 1,
        _ => 2,
    };
}
