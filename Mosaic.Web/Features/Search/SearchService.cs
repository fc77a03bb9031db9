using System.Diagnostics;
using System.Runtime.CompilerServices;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Features.Search.Query;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Telemetry;
using Npgsql;

namespace Mosaic.Web.Features.Search;

/// <summary>Finds what a person wrote, by words and by meaning, and says why.</summary>
public sealed partial class SearchService(NpgsqlDataSource database, QuestionPlaces places, VectorShelf shelf, WordStems stems, TimeProvider clock)
{
    /// <summary>The most hits of one search.</summary>
    public const int MostHits = 200;

    private const int UsualHits = 50;

    /// <summary>How long a model may take before hits by words are shown alone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(60);

    private readonly HitMaker _hits = new(stems);

    public SearchQuery Parse(string? text, Person person) => SearchQuery.Parse(text, person, clock.GetUtcNow());

    /// <summary>What is found, as soon as it is: where a model takes its time, first by words alone.</summary>
    public async IAsyncEnumerable<SearchResult> StreamAsync(Person person, string? text, int limit = UsualHits, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        var query = Parse(text, person);
        var placing = PlaceAsync(person, query, SearchLegs.Both, cancellationToken);
        if (await Task.WhenAny(placing, Task.Delay(Patience, cancellationToken)) != placing)
            yield return await FindAsync(person, query, limit, new Placing(null, MeaningState.Waiting, null), watch, cancellationToken);
        yield return await FindAsync(person, query, limit, await placing, watch, cancellationToken);
    }

    /// <summary>What is found when both legs have answered; by words alone where the model fails.</summary>
    public async Task<SearchResult> SearchAsync(
        Person person, string? text, int limit = UsualHits, SearchLegs legs = SearchLegs.Both, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        var query = Parse(text, person);
        var placing = await PlaceAsync(person, query, legs, cancellationToken);
        if (!legs.HasFlag(SearchLegs.Words) && query.Terms.Count > 0 && placing.Vector is null) return Nothing(query, placing, watch);
        return await FindAsync(person, legs.HasFlag(SearchLegs.Words) ? query : query.ByMeaning(), limit, placing, watch, cancellationToken);
    }

    private async Task<Placing> PlaceAsync(Person person, SearchQuery query, SearchLegs legs, CancellationToken cancellationToken)
    {
        if (query.Question.Length == 0 || !legs.HasFlag(SearchLegs.Meaning)) return new Placing(null, MeaningState.None, null);
        try
        {
            var place = await places.PlaceAsync(person.Id, query.Question, cancellationToken);
            return new Placing(place, place.Provider == AiProviders.Offline ? MeaningState.Offline : MeaningState.Model, null);
        }
        catch (AiException failed)
        {
            return new Placing(null, MeaningState.Failed, failed.Sentence);
        }
    }

    private async Task<SearchResult> FindAsync(Person person, SearchQuery query, int limit, Placing placing, Stopwatch watch, CancellationToken cancellationToken)
    {
        using var activity = MosaicActivity.Start("Search", "Find");
        var found = await database.SearchAsync(new SearchRequest(person.Id)
        {
            Limit = Math.Clamp(limit, 1, MostHits),
            Filter = query.Filter,
            Terms = query.Terms,
            Vector = placing.Vector,
            Meant = MeantQuestion.Place(placing.Vector, query.Question),
            Vectors = placing.Vector is { } vector ? shelf.Find(person.Id, vector) : null,
        }, cancellationToken);
        var hits = await _hits.MakeAsync(query, found, cancellationToken);
        return new SearchResult(query, hits)
        {
            Total = found.Total,
            IsMore = found.IsMore,
            Took = watch.Elapsed,
            Meaning = placing.State,
            Meant = placing.State == MeaningState.Offline ? MeantQuestion.Of(query.Question, found.Terms) : null,
            Trouble = placing.Trouble,
        };
    }

    private static SearchResult Nothing(SearchQuery query, Placing placing, Stopwatch watch) =>
        new(query, []) { Total = 0, Took = watch.Elapsed, Meaning = placing.State, Trouble = placing.Trouble };

    private sealed record Placing(QueryVector? Vector, MeaningState State, string? Trouble);
}
