using Anthropic;
using Anthropic.Models.Models;
using Microsoft.Extensions.AI;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>Anthropic's own protocol. It has no embeddings.</summary>
internal sealed class AnthropicClients(ProviderHttp http) : IProviderClients
{
    private const int MostModels = 1000;

    public string Provider => AiProviders.Anthropic;

    public IChatClient Chat(AiConfig config) => Client(config).AsIChatClient(config.Model);

    public IEmbeddingGenerator<string, Embedding<float>> Embeddings(AiConfig config) =>
        throw new AiException(AiFault.NotConfigured, "Anthropic has no embeddings: choose another provider for them.");

    public async Task<IReadOnlyList<string>> ModelsAsync(AiConfig config, CancellationToken cancellationToken)
    {
        var page = await Client(config).Models.List(new ModelListParams { Limit = MostModels }, cancellationToken);
        return [.. page.Items.Select(model => model.ID).Order(StringComparer.Ordinal)];
    }

    public ChatOptions Options(AiConfig config, int maxTokens, ChatAdaptation adaptation) => new()
    {
        Temperature = adaptation.WithoutTemperature ? null : config.Temperature,
        MaxOutputTokens = maxTokens,
    };

    private AnthropicClient Client(AiConfig config) => new()
    {
        BaseUrl = AiAddress.Anthropic(config.BaseUrl)!.ToString().TrimEnd('/'),
        // Also where there is none: of nothing, and of null, the client makes what it finds in the environment.
        ApiKey = config.ApiKey?.Reveal() ?? "",
        OpenTelemetry = false,
        HttpClient = http.Client,
        // Time and tries are the gateway's.
        MaxRetries = 0,
        Timeout = TimeSpan.FromHours(1),
    };
}
