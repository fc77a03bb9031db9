using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Mosaic.Web.Platform.Ai.Settings;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Models;

namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>Every server that speaks OpenAI's protocol.</summary>
internal sealed class OpenAiClients(ProviderHttp http) : IProviderClients
{
    /// <summary>The client insists on a key; servers without one do not look at it.</summary>
    private const string NoKey = "none";

    public string Provider => AiProviders.OpenAiCompatible;

    public IChatClient Chat(AiConfig config) => new ChatClient(config.Model, Credential(config), Options(config)).AsIChatClient();

    public IEmbeddingGenerator<string, Embedding<float>> Embeddings(AiConfig config) =>
        new OpenAiEmbeddings(http.Client, new Uri(AiAddress.OpenAi(config.BaseUrl)!, "embeddings"), config.Model, config.ApiKey);

    public async Task<IReadOnlyList<string>> ModelsAsync(AiConfig config, CancellationToken cancellationToken)
    {
        var models = await new OpenAIModelClient(Credential(config), Options(config)).GetModelsAsync(cancellationToken);
        return [.. models.Value.Select(model => model.Id).Order(StringComparer.Ordinal)];
    }

    public ChatOptions Options(AiConfig config, int maxTokens, ChatAdaptation adaptation) => new()
    {
        Temperature = adaptation.WithoutTemperature ? null : config.Temperature,
        MaxOutputTokens = adaptation is { WithNewerMaxTokens: true, WithoutMaxTokens: false } ? maxTokens : null,
        // Most servers know the older name only; those that refuse it get the newer one.
        RawRepresentationFactory = adaptation.WithNewerMaxTokens ? null : _ => WithMaxTokens(maxTokens),
    };

    private static ChatCompletionOptions WithMaxTokens(int maxTokens)
    {
        var options = new ChatCompletionOptions();
#pragma warning disable SCME0001 // The client has no other way to send what it does not know.
        options.Patch.Set("$.max_tokens"u8, maxTokens);
#pragma warning restore SCME0001
        return options;
    }

    private static ApiKeyCredential Credential(AiConfig config) => new(config.ApiKey?.Reveal() is { Length: > 0 } key ? key : NoKey);

    private OpenAIClientOptions Options(AiConfig config) => new()
    {
        Endpoint = AiAddress.OpenAi(config.BaseUrl),
        Transport = new HttpClientPipelineTransport(http.Client),
        // Time and tries are the gateway's.
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        NetworkTimeout = Timeout.InfiniteTimeSpan,
    };
}
