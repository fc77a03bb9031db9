using System.Collections.Concurrent;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Search;

/// <summary>Where questions lie among all meanings. Those asked lately are kept in memory, so that going back in the box asks no model again.</summary>
public sealed class QuestionPlaces(AiEmbedder embedder)
{
    /// <summary>What is further from the offline helper's place than the least shares no more than chance.</summary>
    private static readonly CosineTrust Offline = new(Least: 0.18, Chance: 0.1, Sure: 0.6);

    /// <summary>Models place even strangers near each other, each in its own way; these are careful values for the usual ones.</summary>
    private static readonly CosineTrust Models = new(Least: 0.3, Chance: 0.2, Sure: 0.7);

    private const int MostKept = 500;

    private readonly ConcurrentDictionary<(EmbeddingModel Model, string Question), float[]> _kept = new();

    /// <summary>The model that is searched, and what its cosines are worth.</summary>
    public async Task<(EmbeddingModel Model, CosineTrust Trust)> ModelAsync(CancellationToken cancellationToken = default)
    {
        var model = await embedder.SearchModelAsync(cancellationToken);
        return (model, model.IsOffline ? Offline : Models);
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
        return new QueryVector(model.Provider, model.Model, numbers, model.IsOffline ? Offline : Models);
    }
}
