using Mosaic.Web.Platform.Ai.Providers;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Platform.Ai.Calls;

/// <summary>Asks a provider where texts lie among all meanings, and believes only vectors that can be kept.</summary>
internal sealed class EmbeddingCall(IEnumerable<IProviderClients> providers, ProviderCall call)
{
    public async Task<EmbeddingResult> RunAsync(AiConfig config, IReadOnlyList<string> texts, bool isInteractive, CancellationToken cancellationToken)
    {
        var clients = providers.FirstOrDefault(clients => clients.Provider == config.Provider)
            ?? throw new AiException(AiFault.NotConfigured, $"Mosaic does not know the provider {config.Provider}.");
        ChatCall.Check(config);
        return await call.RunAsync(config, isInteractive, AttemptAsync, () => true, cancellationToken);

        async Task<EmbeddingResult> AttemptAsync(TimeSpan longestSilence, CancellationToken token)
        {
            using var silence = new Silence(longestSilence, token);
            var given = await clients.Embeddings(config).GenerateAsync(texts, cancellationToken: silence.Token);
            var vectors = given.Select(embedding => embedding.Vector.ToArray()).ToList();
            Check(vectors, texts.Count, config);
            var tokens = given.Usage?.InputTokenCount is { } used and > 0 ? new TokenCount((int)used, 0)
                : new TokenCount(texts.Sum(TokenEstimate.Of), 0, IsEstimated: true);
            return new EmbeddingResult(vectors, tokens);
        }
    }

    private static void Check(List<float[]> vectors, int texts, AiConfig config)
    {
        var host = AiAddress.HostOf(config.BaseUrl);
        if (vectors.Count != texts) throw new AiException(AiFault.Malformed, $"{host} gave {vectors.Count} embeddings for {texts} texts: choose another model.");
        var dimensions = config.Options.Dimensions ?? vectors[0].Length;
        foreach (var vector in vectors)
        {
            if (vector.Length != dimensions)
                throw new AiException(AiFault.WrongDimensions, $"{config.Model} gives {vector.Length} dimensions, where {dimensions} are set: test the connection and save again.");
            if (Array.Exists(vector, number => !float.IsFinite(number)) || Array.TrueForAll(vector, number => number == 0))
                throw new AiException(AiFault.Malformed, $"{host} gave an embedding that is no direction: choose another model.");
        }
    }
}
