using System.Threading.Channels;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>Has whoever a model stands for answer.</summary>
internal sealed class Talk(BotTalk bots, MemoTalk memos)
{
    /// <inheritdoc cref="BotTalk.AnswerAsync"/>
    public Task<TalkAnswer> AnswerAsync(Person person, TalkModel model, ChatQuestionJson asked, Action<string>? hear, CancellationToken cancellationToken) => model.BotId is { } bot
        ? bots.AnswerAsync(person, bot, asked, hear, cancellationToken)
        : memos.AnswerAsync(person, asked, hear, cancellationToken);

    /// <summary>Sends the answer as it comes. Who is gone ends the call.</summary>
    public async Task StreamAsync(Person person, TalkModel model, ChatQuestionJson asked, CompletionStream stream, CancellationToken cancellationToken)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // An answer has an end, so that all of it may wait for a slow reader.
        var pieces = Channel.CreateUnbounded<string>();
        var answering = AskAsync();
        try
        {
            await foreach (var piece in pieces.Reader.ReadAllAsync(cancellationToken)) await stream.SayAsync(piece, cancellationToken);
            await stream.EndAsync(await answering, cancellationToken);
        }
        catch (Exception failed) when (ErrorOf(failed) is { } error)
        {
            await stream.FailAsync(error, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody reads it any more.
        }
        finally
        {
            await left.CancelAsync();
            await ((Task)answering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task<TalkAnswer> AskAsync()
        {
            try
            {
                return await AnswerAsync(person, model, asked, piece => pieces.Writer.TryWrite(piece), left.Token);
            }
            finally
            {
                pieces.Writer.Complete();
            }
        }
    }

    /// <summary>What a failure says; null where it is none that a program is told of.</summary>
    public static OpenAiError? ErrorOf(Exception failed) => failed switch
    {
        TalkRefusal refusal => refusal.Error,
        AiException ai => OpenAiError.Of(ai),
        _ => null,
    };
}
