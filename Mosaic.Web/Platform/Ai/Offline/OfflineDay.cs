using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>What a day's memos say, in the person's own sentences: the central ones of each, in the order of the day.</summary>
internal static class OfflineDay
{
    private const int MostPassages = 12, PassageLength = 300, PageLength = 2_400, MostSentences = 200;

    /// <summary>Plain passages for morning, afternoon and evening, by the clock the memos bear, without parts in which nothing was said.</summary>
    public static IReadOnlyList<IReadOnlyList<DayPassage>> PartsOf(IEnumerable<(DateTimeOffset? WrittenAt, string Markdown)> memos)
    {
        var passages = memos.Select((memo, place) => (Memo: memo, Place: place)).OrderBy(one => one.Memo.WrittenAt ?? DateTimeOffset.MaxValue)
            .Select(one => (Part: PartOf(one.Memo.WrittenAt), Text: Central(one.Memo.Markdown), one.Place))
            .Where(passage => passage.Text.Length > 0)
            .GroupBy(passage => passage.Text, (text, same) => (same.First().Part, Passage: new DayPassage(text, [.. same.Select(passage => passage.Place)]))).ToList();
        if (passages.Count > MostPassages)
            passages = [.. CentralSentences.Choose([.. passages.Select(passage => passage.Passage.Text)], MostPassages, PageLength).Select(place => passages[place])];
        return [.. passages.GroupBy(passage => passage.Part, passage => passage.Passage).Select(part => part.ToList())];
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

    private static int PartOf(DateTimeOffset? at) => at?.Hour switch
    {
        null => 3,
        < 12 => 0,
        < 18 => 1,
        _ => 2,
    };
}
