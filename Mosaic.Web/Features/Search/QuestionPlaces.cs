using System.Collections.Concurrent;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Search;

/// <summary>Where questions lie among all meanings. Those asked lately are kept in memory, so that going back in the box asks no model again.</summary>
public sealed class QuestionPlaces(AiEmbedder embedder)
{
    /// <summary>What is further from the offline helper's place shares no more than chance.</summary>
    private const double LeastOffline = 0.18;

    /// <summary>Models place even strangers near each other; what is meant is nearer than this with all that were tried.</summary>
    private const double LeastModel = 0.3;

    private const int MostKept = 500;

    private readonly ConcurrentDictionary<(EmbeddingModel Model, string Question), float[]> _kept = new();

    /// <summary>The model that is searched, and what is too far away with it to be meant.</summary>
    public async Task<(EmbeddingModel Model, double LeastCosine)> ModelAsync(CancellationToken cancellationToken = default)
    {
        var model = await embedder.SearchModelAsync(cancellationToken);
        return (model, model.IsOffline ? LeastOffline : LeastModel);
    }

    /// <exception cref="AiException">The model could not be asked.</exception>
    public async Task<QueryVector> PlaceAsync(Guid userId, string question, CancellationToken cancellationToken = default)
    {
        var model = await embedder.SearchModelAsync(cancellationToken);
        if (!_kept.TryGetValue((model, question), out var numbers))
        {
            numbers = await embedder.PlaceQuestionAsync(userId, question, cancellationToken);
            if (_kept.Count >= MostKept) _kept.Clear();
            _kept[(model, question)] = numbers;
        }
        return new QueryVector(model.Provider, model.Model, numbers, model.IsOffline ? LeastOffline : LeastModel);
    }
}
