using System.Collections.Concurrent;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Search;

/// <summary>Where questions lie among all meanings. Those asked lately are kept in memory, so that going back in the box asks no model again.</summary>
public sealed class QuestionPlaces(AiEmbedder embedder, AiConfigs configs)
{
    /// <summary>What is further from the offline helper's place than the least shares no more than chance.</summary>
    private static readonly CosineTrust Offline = new(Least: 0.18, Chance: 0.1, Sure: 0.8);

    /// <summary>Models place even strangers near each other, each in its own way; these are careful values for the usual ones.</summary>
    private static readonly CosineTrust Models = new(Least: 0.3, Chance: 0.2, Sure: 0.7);

    private const int MostKept = 500;

    private readonly ConcurrentDictionary<(string Provider, string? Address, string Model, string Question), float[]> _kept = new();

    /// <summary>The model that is searched, and what its cosines are worth; its dimensions are 0 where nobody set them.</summary>
    public async Task<(EmbeddingModel Model, CosineTrust Trust)> ModelAsync(CancellationToken cancellationToken = default)
    {
        var config = (await configs.PlacingAsync(cancellationToken))[^1];
        return (new EmbeddingModel(config.Provider, config.Model, config.Options.Dimensions ?? 0), config.IsOffline ? Offline : Models);
    }

    /// <summary>By the model that placed what is searched: while another one places everything anew, the one of before, or else what is there already.</summary>
    /// <exception cref="AiException">No model could be asked.</exception>
    public async Task<QueryVector> PlaceAsync(Guid userId, string question, CancellationToken cancellationToken = default)
    {
        var models = await configs.PlacingAsync(cancellationToken);
        try
        {
            return await PlaceAsync(models[^1], userId, question, cancellationToken);
        }
        catch (AiException) when (models.Count > 1)
        {
            return await PlaceAsync(models[0], userId, question, cancellationToken);
        }
    }

    private async Task<QueryVector> PlaceAsync(AiConfig config, Guid userId, string question, CancellationToken cancellationToken)
    {
        var key = (config.Provider, config.BaseUrl, config.Model, question);
        if (!_kept.TryGetValue(key, out var numbers))
        {
            numbers = await embedder.PlaceQuestionAsync(config, userId, question, cancellationToken);
            if (_kept.Count >= MostKept) _kept.Clear();
            _kept[key] = numbers;
        }
        return new QueryVector(config.Provider, config.Model, numbers, config.IsOffline ? Offline : Models);
    }
}
