using Microsoft.Extensions.AI;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>How one kind of provider is spoken to. Clients are cheap; the connections behind them are shared.</summary>
internal interface IProviderClients
{
    /// <summary>One of <see cref="AiProviders"/>.</summary>
    string Provider { get; }

    IChatClient Chat(AiConfig config);

    /// <summary>What the provider's client needs besides the common options.</summary>
    ChatOptions Options(AiConfig config, int maxTokens, ChatAdaptation adaptation);

    IEmbeddingGenerator<string, Embedding<float>> Embeddings(AiConfig config);

    /// <summary>The names of the models on offer, in alphabetical order.</summary>
    Task<IReadOnlyList<string>> ModelsAsync(AiConfig config, CancellationToken cancellationToken);
}
