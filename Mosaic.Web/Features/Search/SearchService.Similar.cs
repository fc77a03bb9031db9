using System.Diagnostics;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Search;

public sealed partial class SearchService
{
    /// <summary>Other memos that are near one in meaning; null where there is no such memo, or it is kept from AI.</summary>
    public async Task<SearchResult?> SimilarAsync(Person person, Guid memoId, int limit, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        var (model, trust) = await places.ModelAsync(cancellationToken);
        var (isThere, numbers) = await database.PlaceOfMemoAsync(person.Id, memoId, model.Provider, model.Model, cancellationToken);
        if (!isThere) return null;
        var found = numbers is null ? new FoundTexts([], 0) : await database.SearchAsync(new SearchRequest(person.Id)
        {
            Limit = Math.Clamp(limit, 1, MostHits) + 1,
            Vector = new QueryVector(model.Provider, model.Model, numbers, trust),
        }, cancellationToken);
        var own = found.Hits.FirstOrDefault(hit => hit.Id == memoId)?.MeaningRank;
        var others = found.Hits.Where(hit => hit.Id != memoId).Take(limit).Select(hit => hit.MeaningRank > own ? hit with { MeaningRank = hit.MeaningRank - 1 } : hit);
        var query = Parse("", person);
        var hits = await _hits.MakeAsync(query, new FoundTexts([.. others], 0), cancellationToken);
        return new SearchResult(query, hits)
        {
            Total = found.Total - (own is null ? 0 : 1),
            IsMore = found.IsMore,
            Took = watch.Elapsed,
            Meaning = model.IsOffline ? MeaningState.Offline : MeaningState.Model,
        };
    }
}
