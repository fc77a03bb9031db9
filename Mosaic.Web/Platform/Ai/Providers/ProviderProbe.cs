using System.Diagnostics;
using Microsoft.Extensions.AI;
using Mosaic.Data.Ai;
using Mosaic.Web.Platform.Ai.Calls;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.Ai.Prompts;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>Tries a provider's settings, saved or not, by a real call.</summary>
public sealed class ProviderProbe
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    // Asks for as little as possible; models that think first need some room for it.
    private static readonly AiPrompt Asked = new([new ChatMessage(ChatRole.User, "Answer with the single word: ready")]);
    private const int MaxTokens = 256;

    private readonly IReadOnlyList<IProviderClients> _providers;
    private readonly ChatCall _chat;
    private readonly EmbeddingCall _embedding;
    private readonly TurnLedger _ledger;

    internal ProviderProbe(IEnumerable<IProviderClients> providers, ChatCall chat, EmbeddingCall embedding, TurnLedger ledger) =>
        (_providers, _chat, _embedding, _ledger) = ([.. providers], chat, embedding, ledger);

    /// <summary>What happened; never an exception but that of the token.</summary>
    public async Task<ProbeResult> TestAsync(AiConfig config, AiPurpose purpose, Guid userId, CancellationToken cancellationToken = default)
    {
        if (config.IsOffline) return new ProbeResult(true, "The offline helper is part of Mosaic and always there.");
        // Somebody waits for the truth of this moment: no second try covers up the first.
        config = config with { TimeoutSeconds = (int)Math.Min(config.TimeoutSeconds ?? MostTime.TotalSeconds, MostTime.TotalSeconds), MaxRetries = 0 };
        try
        {
            ChatCall.Check(config);
            var models = await ModelsAsync(config, cancellationToken);
            return await CallAsync(config, purpose, userId, models, cancellationToken);
        }
        catch (AiException failed)
        {
            return new ProbeResult(false, failed.Sentence) { Detail = failed.Detail };
        }
    }

    private async Task<ProbeResult> CallAsync(AiConfig config, AiPurpose purpose, Guid userId, IReadOnlyList<string> models, CancellationToken cancellationToken)
    {
        var turn = await _ledger.BeginAsync(new TurnStart(userId, purpose, config.Provider, config.Model) { Prompt = purpose == AiPurpose.Embedding ? null : Asked.AsText }, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var (tokens, dimensions) = purpose == AiPurpose.Embedding ? await EmbedAsync(config, cancellationToken) : (await ChatAsync(config, cancellationToken), (int?)null);
            await _ledger.EndAsync(turn, new TurnEnd(TurnOutcome.Ok, AiFault.None, tokens, Cost: config.Options.CostOf(tokens)));
            var latency = Stopwatch.GetElapsedTime(started);
            return new ProbeResult(true, $"{AiAddress.HostOf(config.BaseUrl)} answers with {config.Model}.") { Latency = latency, Models = models, Dimensions = dimensions };
        }
        catch (AiException failed)
        {
            await _ledger.EndAsync(turn, new TurnEnd(TurnOutcome.Failed, failed.Fault, TokenCount.None));
            var isUnknown = failed.Fault is AiFault.UnknownModel or AiFault.Rejected or AiFault.WrongAddress && models.Count > 0 && !models.Contains(config.Model);
            var sentence = !isUnknown || models.Count == 0 ? failed.Sentence
                : $"{AiAddress.HostOf(config.BaseUrl)} has no model named {config.Model}. It offers {string.Join(", ", models.Take(8))}{(models.Count > 8 ? " and more" : "")}.";
            return new ProbeResult(false, sentence) { Detail = failed.Detail, Models = models };
        }
        catch (OperationCanceledException)
        {
            await _ledger.EndAsync(turn, new TurnEnd(TurnOutcome.Cancelled, AiFault.None, TokenCount.None));
            throw;
        }
    }

    private async Task<TokenCount> ChatAsync(AiConfig config, CancellationToken cancellationToken)
    {
        return (await _chat.RunAsync(config, Asked, MaxTokens, isInteractive: true, hear: null, cancellationToken)).Tokens;
    }

    private async Task<(TokenCount Tokens, int? Dimensions)> EmbedAsync(AiConfig config, CancellationToken cancellationToken)
    {
        var result = await _embedding.RunAsync(config, ["Mosaic"], isInteractive: true, cancellationToken);
        return (result.Tokens, result.Vectors[0].Length);
    }

    /// <summary>Not every provider has a list; what stops a call as well says so when the call is made.</summary>
    private async Task<IReadOnlyList<string>> ModelsAsync(AiConfig config, CancellationToken cancellationToken)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(config.TimeFor(isInteractive: true) / 3);
        try
        {
            return await _providers.Single(clients => clients.Provider == config.Provider).ModelsAsync(config, within.Token);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }
}
