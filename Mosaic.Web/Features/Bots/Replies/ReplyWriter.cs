using Mosaic.Data.Bots;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>Has a reply written that was begun. After a crash it is written from the beginning; there is one answer in the end.</summary>
internal sealed class ReplyWriter(
    ReplyReader reader, ReplyKeeper keeper, ReplyStarter starter, AiGateway gateway, AiConfigs configs, People people, GrowingTexts texts, Live live, TimeProvider clock)
{
    private static readonly JobResult Unwanted = JobResult.Skip("The reply is there, or nobody wants it any more.");
    private static readonly JobResult Changed = JobResult.Skip("The memo was changed meanwhile; its new text is read anew.");

    public async Task<JobResult> WriteAsync(Guid userId, Guid replyId, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(userId, cancellationToken) is not { } person) return Unwanted;
        if (await keeper.TakeAsync(userId, replyId, cancellationToken) is not { } reply) return Unwanted;
        if (await reader.ReadAsync(reply, person, cancellationToken) is not { } reading || !await keeper.StandsAsync(reading, cancellationToken)) return await GiveUpAsync(reply);
        var request = ReplyPrompt.Of(reading, person, clock.GetUtcNow());
        var config = (await configs.GetAsync(AiPurpose.Reply, cancellationToken)).For(request);
        using var growing = new GrowingReply(reading, texts, keeper, config.IsOffline, clock);
        using var stop = new ReplyStop(reading, keeper, live, cancellationToken);
        try
        {
            if (await keeper.WantsStopAsync(reply, cancellationToken)) return await StopAsync(reading, growing, config);
            var answer = await gateway.AskAsync(request, growing.HearAsync, stop.Token);
            var read = AnswerOf(reading, answer);
            return await keeper.KeepAsync(reading, read, cancellationToken) ? JobResult.Done : await GiveUpAsync(reply);
        }
        catch (OperationCanceledException) when (stop.IsByPerson && !cancellationToken.IsCancellationRequested)
        {
            return await StopAsync(reading, growing, config);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return await GiveUpAsync(reply);
        }
        catch (AiException failed) when (failed.Fault == AiFault.KeptFromAi)
        {
            return await GiveUpAsync(reply);
        }
        catch (AiException failed)
        {
            await keeper.FailAsync(reply, growing.Text, failed.Sentence);
            // Who asked for another answer still has the one before, and asks again.
            if (reply.AnswerCount > 0 || failed.Fault == AiFault.Budget) return JobResult.Skip(failed.Sentence);
            throw;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await keeper.FailAsync(reply, growing.Text, "Something went wrong here. It is tried again.");
            throw;
        }
    }

    /// <summary>What stands for a text that is not there any more goes; what was asked for by hand is begun anew for the text that is.</summary>
    private async Task<JobResult> GiveUpAsync(BotReply reply)
    {
        if (reply.ParentReplyId is not null || reply.AnswerCount > 0)
        {
            await keeper.FailAsync(reply, "", "The memo is kept from AI or in the trash: nothing was sent.");
            return JobResult.Skip("The memo is kept from AI, in the trash, or gone.");
        }
        await keeper.DiscardAsync(reply);
        if (!reply.IsAutomatic) await starter.AskAsync(reply.UserId, reply.MemoId, reply.BotId, CancellationToken.None);
        return Changed;
    }

    private async Task<JobResult> StopAsync(ReplyReading reading, GrowingReply growing, AiConfig config)
    {
        await keeper.KeepAsync(reading, Answer(reading, growing.Text, config.Provider, config.Model, turnId: null, ReplyState.Stopped), CancellationToken.None);
        return JobResult.Skip("It was stopped.");
    }

    private BotReplyAnswer AnswerOf(ReplyReading reading, AiAnswer answer)
    {
        var recalled = reading.Recalled.ReadOf(answer.Sources.Select(source => source.Id));
        return Answer(reading with { Recalled = recalled }, ReplyText.Of(answer.Text, recalled.Passages.Count, answer.IsOffline), answer.Provider, answer.Model, answer.TurnId, ReplyState.Done);
    }

    private BotReplyAnswer Answer(ReplyReading reading, string text, string provider, string model, Guid? turnId, string state) => new()
    {
        ReplyId = reading.Reply.Id,
        Number = reading.Reply.AnswerCount + 1,
        Content = text,
        State = state,
        Provider = provider,
        Model = model,
        TurnId = turnId,
        Recalled = reading.Recalled.Kept,
        CreatedAt = clock.GetUtcNow(),
    };
}
