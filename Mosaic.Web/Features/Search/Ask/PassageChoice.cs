using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Search.Ask;

/// <summary>Which passage of a text made it a hit.</summary>
internal static class PassageChoice
{
    /// <summary>The passage that holds the most of the words; of several, the one nearest in meaning, then the first. Null for a text without passages.</summary>
    public static (int Position, string Passage)? Of(IReadOnlyList<string> passages, FoundText hit, IReadOnlyList<SearchTerm> terms)
    {
        if (passages.Count == 0) return null;
        var near = hit is { Position: { } place, Passage: { } text } && place < passages.Count && passages[place] == text ? place : -1;
        if (passages.Count == 1 || (near >= 0 && hit.WordsRank is null)) return At(Math.Max(near, 0));
        // By meaning alone, of a text that has changed since: what shares most with the old passage.
        var sought = hit is { WordsRank: null, Passage: { } old } ? WordFile.Folded(old) : terms.Select(term => FoldedText.Of(term.Text));
        var words = sought.Distinct().Select(word => (Word: word, Stem: WordStem.Of(word).ToString())).ToList();
        return At(Enumerable.Range(0, passages.Count).OrderByDescending(position => Held(passages[position], words)).ThenByDescending(position => position == near).ThenBy(position => position).First());

        (int, string) At(int position) => (position, passages[position]);
    }

    private static int Held(string passage, List<(string Word, string Stem)> words)
    {
        var folded = FoldedText.Of(passage);
        var stems = WordFile.Folded(passage).Select(word => WordStem.Of(word).ToString()).ToHashSet(StringComparer.Ordinal);
        return words.Count(word => stems.Contains(word.Stem) || folded.Contains(word.Word, StringComparison.Ordinal));
    }
}
