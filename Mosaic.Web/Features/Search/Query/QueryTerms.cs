using System.Globalization;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Search.Query;

/// <summary>The words of what was written.</summary>
internal static class QueryTerms
{
    /// <summary>Cut at signs, and where a script without spaces begins or ends. Only the last word may still be being typed.</summary>
    public static IReadOnlyList<SearchTerm> Of(string written, bool isOpen)
    {
        var terms = new List<SearchTerm>();
        for (var from = 0; from < written.Length;)
        {
            var to = from + 1;
            var kind = KindOf(written[from]);
            while (to < written.Length && (KindOf(written[to]) == kind || IsInNumber(written, to))) to++;
            if (kind is not 0) terms.Add(new SearchTerm(written[from..to]));
            from = to;
        }
        // Signs alone may be meant, such as an emoji; with words about they are only in between.
        if (terms.Exists(term => term.IsWord)) terms.RemoveAll(term => !term.IsWord);
        if (isOpen && terms.Count > 0 && written.EndsWith(terms[^1].Text, StringComparison.Ordinal)) terms[^1] = terms[^1] with { IsBeginning = true };
        return terms;
    }

    /// <summary>Without words that say nothing, unless there are no others, and with the pieces of runs without spaces; the first ones of too many.</summary>
    public static IReadOnlyList<SearchTerm> Choose(IReadOnlyList<SearchTerm> terms)
    {
        var telling = terms.Where(term => !term.IsWord || !IsStop(term.Text)).ToList();
        return [.. (telling.Count > 0 ? telling : terms).SelectMany(QueryPieces.Of).DistinctBy(term => term.Text, StringComparer.OrdinalIgnoreCase).Take(SearchQuery.MostTerms)];
    }

    private static bool IsStop(string word) => WordFile.Folded(word).ToList() is [var folded] && CommonWords.WeightOf(folded) <= CommonWords.StopWeight;

    /// <summary>The point in 2.5.</summary>
    private static bool IsInNumber(string written, int at) =>
        written[at] is '.' or ',' && at + 1 < written.Length && char.IsAsciiDigit(written[at - 1]) && char.IsAsciiDigit(written[at + 1]);

    /// <summary>0 for what only divides, 1 for words, 2 for scripts without spaces, 3 for signs such as an emoji.</summary>
    private static int KindOf(char letter) =>
        char.IsWhiteSpace(letter) || char.IsControl(letter) ? 0
        : Ideographs.Contains(letter) ? 2
        : char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark ? 1
        : 3;
}
