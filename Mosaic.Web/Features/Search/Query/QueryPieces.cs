using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Search.Query;

/// <summary>
/// What may be words in a run of a script without spaces. Nobody says where one ends and the next begins, so each pair of letters may be one, as
/// the index has them; between the letters of grammar one that stands alone is one, and so is a loanword as a whole.
/// </summary>
internal static class QueryPieces
{
    /// <summary>The run itself and its pieces, of which texts need not hold all; only the run where it is one word at most.</summary>
    public static IEnumerable<SearchTerm> Of(SearchTerm term)
    {
        var pieces = term.HasPairs ? Cut(term.Text).Where(piece => piece != term.Text).Distinct(StringComparer.Ordinal).ToList() : [];
        return pieces.Count == 0 ? [term] : [term with { MayBeUnseen = true }, .. pieces.Select(piece => new SearchTerm(piece) { MayBeUnseen = true })];
    }

    private static IEnumerable<string> Cut(string run)
    {
        for (var from = 0; from < run.Length;)
        {
            var script = ScriptOf(run[from]);
            var to = from + 1;
            while (to < run.Length && ScriptOf(run[to]) == script) to++;
            if (script == Script.Loanwords || (script == Script.Signs && to - from <= 2)) yield return run[from..to];
            else if (script == Script.Signs)
                for (var pair = from; pair + 2 <= to; pair++) yield return run[pair..(pair + 2)];
            from = to;
        }
    }

    private static Script ScriptOf(char letter) => letter switch
    {
        >= '\u3041' and <= '\u3096' => Script.Grammar,
        >= '\u30a1' and <= '\u30fa' or '\u30fc' => Script.Loanwords,
        _ when DenseSigns.IsGrammar(letter) => Script.Grammar,
        _ => Script.Signs,
    };

    private enum Script
    {
        /// <summary>Hiragana, and the Chinese signs that only join others.</summary>
        Grammar,

        /// <summary>Katakana.</summary>
        Loanwords,

        /// <summary>All others.</summary>
        Signs,
    }
}
