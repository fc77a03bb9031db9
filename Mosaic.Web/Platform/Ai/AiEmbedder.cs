using Mosaic.Data.Ai;
using Mosaic.Web.Platform.Ai.Calls;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.Ai.Offline;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Telemetry;

namespace Mosaic.Web.Platform.Ai;

/// <summary>Where features ask for embeddings, under the same rules as <see cref="AiGateway"/>.</summary>
public sealed class AiEmbedder
{
    /// <summary>Texts in one call of a provider.</summary>
    public const int BatchSize = 64;

    private const string Question = "question";

    private readonly AiConfigs _configs;
    private readonly AiPrivacy _privacy;
    private readonly TurnLedger _ledger;
    private readonly EmbeddingCall _call;

    internal AiEmbedder(AiConfigs configs, AiPrivacy privacy, TurnLedger ledger, EmbeddingCall call) =>
        (_configs, _privacy, _ledger, _call) = (configs, privacy, ledger, call);

    /// <summary>
    /// Places texts, at most <see cref="BatchSize"/>. Where they are of memos, all must be readable: the caller takes a memo's pieces together
    /// and finds out that it is kept from AI by the exception.
    /// </summary>
    public async Task<AiEmbeddings> EmbedAsync(Guid userId, IReadOnlyList<AiSource> texts, bool isInteractive, CancellationToken cancellationToken = default) =>
        await EmbedAsync(await _configs.GetAsync(AiPurpose.Embedding, cancellationToken), userId, texts, isInteractive, cancellationToken);

    /// <summary>Where a question lies, by this model. The offline helper leaves no record: nothing leaves the house and nothing is counted.</summary>
    public async Task<float[]> PlaceQuestionAsync(AiConfig config, Guid userId, string question, CancellationToken cancellationToken = default)
    {
        if (config.IsOffline) return OfflineEmbedding.Embed(question);
        return (await EmbedAsync(config, userId, [new AiSource(Question, Guid.Empty, question)], isInteractive: true, cancellationToken)).Vectors[0];
    }

    /// <summary>As the other one, by a model of one's choice.</summary>
    public async Task<AiEmbeddings> EmbedAsync(AiConfig config, Guid userId, IReadOnlyList<AiSource> texts, bool isInteractive, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(texts.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(texts.Count, BatchSize);
        using var activity = MosaicActivity.Start("Ai", "Embedding");
        if ((await _privacy.ReadableAsync(userId, texts, cancellationToken)).Count < texts.Count) throw AiPrivacy.KeptFromAi();
        var turn = await _ledger.BeginAsync(new TurnStart(userId, AiPurpose.Embedding, config.Provider, config.Model)
        {
            Sources = [.. texts.Where(text => text.Kind != Question).DistinctBy(text => text.Id)],
            Estimate = config.IsOffline ? TokenCount.None : new TokenCount(texts.Sum(text => TokenEstimate.Of(text.Text)), 0, IsEstimated: true),
        }, cancellationToken);
        try
        {
            var result = config.IsOffline ? Offline(texts) : await _call.RunAsync(config, [.. texts.Select(text => text.Text)], isInteractive, cancellationToken);
            await _ledger.EndAsync(turn, new TurnEnd(TurnOutcome.Ok, AiFault.None, result.Tokens, Cost: config.Options.CostOf(result.Tokens)));
            return new AiEmbeddings([.. result.Vectors.Select(Normalised)], new EmbeddingModel(config.Provider, config.Model, result.Vectors[0].Length), turn.Id);
        }
        catch (Exception exception)
        {
            var fault = exception is AiException failed ? failed.Fault : AiFault.None;
            await _ledger.EndAsync(turn, new TurnEnd(exception is OperationCanceledException ? TurnOutcome.Cancelled : TurnOutcome.Failed, fault, TokenCount.None));
            throw;
        }
    }

    private static EmbeddingResult Offline(IReadOnlyList<AiSource> texts) => new([.. texts.Select(text => OfflineEmbedding.Embed(text.Text))], TokenCount.None);

    private static float[] Normalised(float[] vector)
    {
        var norm = Math.Sqrt(vector.Sum(number => (double)number * number));
        return Array.ConvertAll(vector, number => (float)(number / norm));
    }
}
