using Mosaic.Data.Search;

namespace Mosaic.Web.Features.Search.Find;

/// <summary>Finds in a text what made it a hit, by the same rules as the database: whole words, their stems, beginnings, parts and near misses.</summary>
internal sealed class WordMatcher(IReadOnlyList<SearchTerm> terms, IReadOnlyList<string> phrases, IReadOnlyDictionary<string, WordStems.Stems> stems)
{
    private const int LongestEnding = 3;

    private readonly List<(SearchTerm Term, string Folded)> _terms = [.. terms.Select(term => (term, FoldedText.Of(term.Text)))];
    private readonly List<string> _phrases = [.. phrases.Select(FoldedText.Of)];

    /// <summary>What is looked for, folded.</summary>
    public IEnumerable<string> Folded => _terms.Select(term => term.Folded);

    /// <summary>Words of a text that only the database can say whether they have the same stem as one that is looked for.</summary>
    public IEnumerable<string> Unsure(FoldedText text) => text.Words
        .Where(word => _terms.Exists(term => MayShareStem(text.Folded.AsSpan(word.Start, word.End - word.Start), term.Folded)))
        .Select(word => text.Folded[word.Start..word.End]).Distinct();

    /// <summary>The stretches of the text that match, in order and apart from each other.</summary>
    /// <param name="text">What is looked at.</param>
    /// <param name="mayBeNear">The database found a near miss where nothing else matches.</param>
    public IReadOnlyList<(int Start, int End)> Match(FoldedText text, bool mayBeNear)
    {
        var words = text.Words;
        var found = new List<(int Start, int End)>();
        foreach (var phrase in _phrases) Inside(text.Folded, phrase, found);
        foreach (var (term, folded) in _terms)
        {
            var before = found.Count;
            found.AddRange(words.Where(place => text.Folded.AsSpan(place.Start, place.End - place.Start) is var word && (IsSame(word, folded, term.IsBeginning) || StandsIn(word, term))));
            if (term.HasPairs || (found.Count == before && term.IsSoughtInside)) Inside(text.Folded, folded, found);
        }
        if (found.Count == 0 && mayBeNear && words.Count > 0)
            foreach (var (_, folded) in _terms.Where(term => term.Term.MayBeMistyped)) found.Add(words.MinBy(word => Slips.Between(folded, text.Folded[word.Start..word.End])));
        return Join([.. found.Select(place => text.Find(place.Start, place.End))]);
    }

    private bool IsSame(ReadOnlySpan<char> word, string term, bool isBeginning) =>
        word.SequenceEqual(term) || (isBeginning && word.StartsWith(term, StringComparison.Ordinal))
        || (MayShareStem(word, term) && stems.TryGetValue(word.ToString(), out var one) && stems.TryGetValue(term, out var other) && one.Meets(other));

    /// <summary>Of words that stand in for another the index may have the stem alone.</summary>
    private static bool StandsIn(ReadOnlySpan<char> word, SearchTerm term)
    {
        foreach (var near in term.Near)
            if (word.StartsWith(near.Word, StringComparison.Ordinal) && word.Length <= near.Word.Length + LongestEnding) return true;
        return false;
    }

    /// <summary>Words of one stem begin alike.</summary>
    private static bool MayShareStem(ReadOnlySpan<char> word, string term) => word.Length >= 2 && term.Length >= 2 && word[..2].SequenceEqual(term.AsSpan(0, 2)) && !word.SequenceEqual(term);

    private static void Inside(string text, string part, List<(int, int)> found)
    {
        for (var at = part.Length == 0 ? -1 : text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
            found.Add((at, at + part.Length));
    }

    private static List<(int Start, int End)> Join(List<(int Start, int End)> places)
    {
        places.Sort();
        var joined = new List<(int Start, int End)>(places.Count);
        foreach (var place in places)
        {
            if (joined.Count > 0 && place.Start < joined[^1].End) joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, place.End));
            else joined.Add(place);
        }
        return joined;
    }
}
