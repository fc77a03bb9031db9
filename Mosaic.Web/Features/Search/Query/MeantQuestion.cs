using System.Text.RegularExpressions;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Search.Query;

/// <summary>A question as it was meant, where words of it were mistyped. The offline helper knows words only as they are written; a model reads on over a slip of the finger.</summary>
internal static class MeantQuestion
{
    /// <summary>Where it lies once the words are known that somebody wrote instead; null where it lies where it did.</summary>
    public static Func<IReadOnlyList<SearchTerm>, QueryVector>? Place(QueryVector? place, string question) =>
        place?.Provider == AiProviders.Offline ? terms => place with { Numbers = OfflineEmbedding.Embed(Of(question, terms) ?? question) } : null;

    /// <summary>Null where it was meant as it is written.</summary>
    public static string? Of(string question, IReadOnlyList<SearchTerm> terms)
    {
        var meant = terms.Where(IsMistyped).Aggregate(question, (text, term) => Regex.Replace(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(term.Text)}(?![\p{{L}}\p{{N}}])", _ => term.Near[0].Word));
        return meant == question ? null : meant;
    }

    /// <summary>Most slips are single (Damerau 1964); a word whose meaning is known is none, though nobody wrote it.</summary>
    private static bool IsMistyped(SearchTerm term) => term.Near is [{ Slips: 1 }, ..] && !OfflineEmbedding.Knows(term.Text);
}
