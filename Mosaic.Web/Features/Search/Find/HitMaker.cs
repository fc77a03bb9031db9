using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Query;

namespace Mosaic.Web.Features.Search.Find;

/// <summary>Makes what the database found ready to be shown, with its reason.</summary>
internal sealed class HitMaker(WordStems stems)
{
    public async Task<IReadOnlyList<SearchHit>> MakeAsync(SearchQuery query, FoundTexts found, CancellationToken cancellationToken)
    {
        var texts = found.Hits.Select(hit => (Hit: hit, Plain: new FoldedText(ShownText.Plain(PieceOf(hit))))).ToList();
        var matcher = new WordMatcher(found.Terms, query.Filter.Phrases, new Dictionary<string, WordStems.Stems>());
        var words = texts.SelectMany(text => matcher.Unsure(text.Plain)).ToHashSet(StringComparer.Ordinal);
        if (words.Count > 0) matcher = new WordMatcher(found.Terms, query.Filter.Phrases, await stems.OfAsync([.. words, .. matcher.Folded], cancellationToken));
        return [.. texts.Select(text => Make(text.Hit, text.Plain, matcher))];
    }

    /// <summary>Found by meaning alone, the passage says more than the whole.</summary>
    private static string PieceOf(FoundText hit) => hit is { WordsRank: null, Passage: { } passage } ? passage : hit.Text;

    private static SearchHit Make(FoundText hit, FoldedText plain, WordMatcher matcher)
    {
        var matches = matcher.Match(plain, mayBeNear: hit.WordsRank is not null);
        return new SearchHit(hit.Kind, hit.Id)
        {
            WrittenAt = hit.WrittenAt,
            Title = ShownText.Title(hit.Text),
            Snippet = ShownText.Snippet(plain.Text, matches),
            Tags = [.. hit.TagPaths.Where(tag => !Array.Exists(hit.TagPaths, other => other.StartsWith(tag + '/', StringComparison.Ordinal)))],
            IsArchived = hit.IsArchived,
            IsPinned = hit.IsPinned,
            FoundBy = (hit.WordsRank, hit.MeaningRank) switch { (null, null) => FoundBy.Filter, (_, null) => FoundBy.Words, (null, _) => FoundBy.Meaning, _ => FoundBy.Both },
            Reason = new SearchReason
            {
                MatchedWords = [.. matches.Select(match => plain.Text[match.Start..match.End]).Distinct(StringComparer.OrdinalIgnoreCase)],
                WordsRank = hit.WordsRank,
                Coverage = hit.Coverage,
                MeaningRank = hit.MeaningRank,
                Cosine = hit.Cosine,
                Passage = hit.Passage is not { } passage ? null : passage == PieceOf(hit) ? plain.Text : ShownText.Plain(passage),
                Score = hit.Score,
            },
        };
    }
}
