using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Ai;
using Mosaic.Web.Platform.Ai.Calls;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.Ai.Offline;
using Mosaic.Web.Platform.Ai.Prompts;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Telemetry;

namespace Mosaic.Web.Platform.Ai;

/// <summary>
/// Where features ask for text. Whoever is set for the purpose answers, and with nobody set the offline helper does. What may be read, what
/// it may cost, how long it may take and what is written down about it is decided here, for all purposes alike.
/// </summary>
public sealed class AiGateway
{
    private readonly AiConfigs _configs;
    private readonly AiPrivacy _privacy;
    private readonly TurnLedger _ledger;
    private readonly ChatCall _chat;
    private readonly IDbContextFactory<MosaicDb> _databases;

    internal AiGateway(AiConfigs configs, AiPrivacy privacy, TurnLedger ledger, ChatCall chat, IDbContextFactory<MosaicDb> databases) =>
        (_configs, _privacy, _ledger, _chat, _databases) = (configs, privacy, ledger, chat, databases);

    /// <summary>The whole answer; <paramref name="hear"/> gets each piece of it as it comes.</summary>
    /// <exception cref="AiException">There is no answer; pieces that were heard are in it too.</exception>
    public async Task<AiAnswer> AskAsync(AiRequest request, Func<string, ValueTask>? hear = null, CancellationToken cancellationToken = default)
    {
        using var activity = MosaicActivity.Start("Ai", request.Purpose.ToString());
        var config = (await _configs.GetAsync(request.Purpose, cancellationToken)).For(request);
        request = await _privacy.ReadableAsync(request, cancellationToken);
        return config.IsOffline ? await AnswerOfflineAsync(request, config, hear, cancellationToken) : await AskProviderAsync(request, config, hear, cancellationToken);
    }

    private async Task<AiAnswer> AnswerOfflineAsync(AiRequest request, AiConfig config, Func<string, ValueTask>? hear, CancellationToken cancellationToken)
    {
        var turn = await _ledger.BeginAsync(StartOf(request, config), cancellationToken);
        var text = OfflineHelper.Answer(request);
        await _ledger.EndAsync(turn, new TurnEnd(TurnOutcome.Ok, AiFault.None, TokenCount.None, turn.Elapsed));
        if (hear is not null && text.Length > 0) await hear(text);
        return new AiAnswer(text, turn.Id, config.Provider, config.Model) { Sources = request.Sources, Latency = turn.Elapsed };
    }

    private async Task<AiAnswer> AskProviderAsync(AiRequest request, AiConfig config, Func<string, ValueTask>? hear, CancellationToken cancellationToken)
    {
        if (!config.Options.SeesPictures) request = request.WithoutPictures();
        var prompt = AiPrompt.Of(request, await MannerAsync(request, cancellationToken), Fence.New());
        var maxTokens = ChatCall.MaxTokensOf(config, request.MaxTokens);
        var turn = await _ledger.BeginAsync(StartOf(request, config) with
        {
            Prompt = request.KeepsPrompt ? prompt.AsText : null,
            Estimate = new TokenCount(prompt.EstimatedTokens, maxTokens, IsEstimated: true),
        }, cancellationToken);
        var heard = 0;
        try
        {
            var result = await _chat.RunAsync(config, prompt, maxTokens, request.IsInteractive, hear is null ? null : CountAsync, cancellationToken);
            await _ledger.EndAsync(turn, new TurnEnd(TurnOutcome.Ok, AiFault.None, result.Tokens, result.FirstToken, config.Options.CostOf(result.Tokens)));
            return new AiAnswer(result.Text.Trim(), turn.Id, config.Provider, config.Model) { Sources = request.Sources, Tokens = result.Tokens, Latency = turn.Elapsed, Warning = turn.Warning };
        }
        catch (AiException failed)
        {
            await EndBadlyAsync(TurnOutcome.Failed, failed.Fault, TokenEstimate.Of(failed.Partial));
            throw;
        }
        catch (OperationCanceledException)
        {
            await EndBadlyAsync(TurnOutcome.Cancelled, AiFault.None, heard);
            throw;
        }
        catch
        {
            // Whoever heard it failed, or we did; no call is left running in the book.
            await EndBadlyAsync(TurnOutcome.Failed, AiFault.None, heard);
            throw;
        }

        ValueTask CountAsync(string text)
        {
            heard += TokenEstimate.Of(text);
            return hear(text);
        }

        // What was never read costs nothing; what was begun has been read whole.
        Task EndBadlyAsync(string outcome, AiFault fault, int written)
        {
            var tokens = written == 0 && fault != AiFault.Timeout && outcome == TurnOutcome.Failed ? TokenCount.None : new TokenCount(prompt.EstimatedTokens, written, IsEstimated: true);
            return _ledger.EndAsync(turn, new TurnEnd(outcome, fault, tokens, Cost: config.Options.CostOf(tokens)));
        }
    }

    /// <summary>Only where somebody reads the answer as prose.</summary>
    private async Task<AiManner?> MannerAsync(AiRequest request, CancellationToken cancellationToken)
    {
        if (request.Purpose is not (AiPurpose.Chat or AiPurpose.Reply or AiPurpose.Diary)) return null;
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return await db.UserAiSettings.Where(row => row.UserId == request.UserId).Select(row => new AiManner(row.Tone, row.AboutMe)).SingleOrDefaultAsync(cancellationToken);
    }

    private static TurnStart StartOf(AiRequest request, AiConfig config) => new(request.UserId, request.Purpose, config.Provider, config.Model)
    {
        Sources = request.Sources,
        ConversationId = request.ConversationId,
        RoomId = request.RoomId,
        TurnNumber = request.TurnNumber,
    };
}
