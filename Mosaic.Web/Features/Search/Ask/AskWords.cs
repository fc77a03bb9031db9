using System.Collections.Frozen;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Query;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Search.Ask;

/// <summary>The words of a question that tell what it is about.</summary>
internal static class AskWords
{
    /// <summary>They speak of asking and of having written, and of nothing that was written.</summary>
    private static readonly FrozenSet<string> OfAsking = new[]
    {
        "ask", "tell", "show", "find", "list", "name", "summarise", "summarize", "sum", "know", "mean", "happen", "happened", "happening", "mention", "mentioned", "note", "noted", "notes",
        "memo", "memos", "write", "wrote", "written", "writing", "say", "said", "saying", "please", "anything", "something", "everything", "thing", "things", "about", "going",
        "sag", "sage", "sagte", "gesagt", "zeig", "zeige", "finde", "nenne", "liste", "erwahnt", "erwahnte", "geschehen", "passiert", "passierte", "notiz", "notizen", "notiert", "schrieb",
        "schreiben", "geschrieben", "bitte", "etwas", "alles", "uber",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>None where the question is made of small words alone.</summary>
    public static IReadOnlyList<SearchTerm> Telling(string question) => [.. QueryTerms.Of(question, isOpen: false)
        .Where(term => !term.IsWord || !SaysLittle(term.Text)).DistinctBy(term => term.Text, StringComparer.OrdinalIgnoreCase).Take(SearchQuery.MostTerms)];

    private static bool SaysLittle(string word) => WordFile.Folded(word).ToList() is [var folded]
        && (OfAsking.Contains(folded) || CommonWords.WeightOf(folded) <= CommonWords.StopWeight || folded.Length == 1);
}
