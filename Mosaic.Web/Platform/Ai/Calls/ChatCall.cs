using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.Extensions.AI;
using Mosaic.Web.Platform.Ai.Prompts;
using Mosaic.Web.Platform.Ai.Providers;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Platform.Ai.Calls;

/// <summary>Asks a provider for text and hears it piece by piece.</summary>
internal sealed class ChatCall(IEnumerable<IProviderClients> providers, ProviderCall call)
{
    /// <summary>The longest answer where nobody says otherwise, in tokens.</summary>
    public const int UsualMaxTokens = 2048;

    // A model that heeds its limit is far from these; one that does not is cut.
    private const int MaxCharactersAToken = 10;
    private const int LeastLimit = 4_000;

    private readonly ConcurrentDictionary<(string?, string), ChatAdaptation> _adaptations = new();

    /// <summary>How many tokens the answer may have.</summary>
    public static int MaxTokensOf(AiConfig config, int? asked) => Math.Min(asked ?? int.MaxValue, config.MaxTokens ?? Math.Max(asked ?? 0, UsualMaxTokens));

    /// <summary>The whole answer. <paramref name="hear"/> gets each piece as it comes; once it got one, a failure carries what had come so far.</summary>
    public async Task<ChatResult> RunAsync(
        AiConfig config, AiPrompt prompt, int maxTokens, bool isInteractive, Func<string, ValueTask>? hear, CancellationToken cancellationToken)
    {
        var clients = providers.FirstOrDefault(clients => clients.Provider == config.Provider)
            ?? throw new AiException(AiFault.NotConfigured, $"Mosaic does not know the provider {config.Provider}.");
        Check(config);
        var heard = false;
        try
        {
            return await call.RunAsync(config, isInteractive, (silence, token) => AttemptAsync(clients, config, prompt, maxTokens, silence, Hear, token), () => !heard, cancellationToken);
        }
        catch (HearerException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerException!);
            throw;
        }

        async ValueTask Hear(string text)
        {
            if (hear is null) return;
            heard = true;
            try
            {
                await hear(text);
            }
            catch (Exception exception)
            {
                throw new HearerException(exception);
            }
        }
    }

    /// <exception cref="AiException">A setting is missing without which nothing can be called.</exception>
    public static void Check(AiConfig config)
    {
        if (AiAddress.OpenAi(config.BaseUrl) is null) throw new AiException(AiFault.NotConfigured, "The provider has no usable address: an admin sets it under AI providers.");
        if (config.Model.Length == 0) throw new AiException(AiFault.NotConfigured, "No model is chosen: an admin sets it under AI providers.");
        if (config.IsKeyLost) throw new AiException(AiFault.NotConfigured, "The API key cannot be read any more: an admin sets it again under AI providers.");
    }

    /// <summary>A model that refuses a setting is asked again without it, which is no retry; the next call knows.</summary>
    private async Task<ChatResult> AttemptAsync(
        IProviderClients clients, AiConfig config, AiPrompt prompt, int maxTokens, TimeSpan silence, Func<string, ValueTask> hear, CancellationToken cancellationToken)
    {
        var model = (config.BaseUrl, config.Model);
        while (true)
        {
            var adaptation = _adaptations.GetValueOrDefault(model, ChatAdaptation.None);
            try
            {
                return await StreamAsync(clients.Chat(config), clients.Options(config, maxTokens, adaptation), config, prompt, maxTokens, silence, hear, cancellationToken);
            }
            catch (Exception exception) when (exception is not HearerException && FaultReader.Of(exception, config) is { Fault: AiFault.Rejected, Detail: { } refusal } && adaptation.After(refusal) is not null)
            {
                _adaptations[model] = adaptation.After(refusal)!;
            }
        }
    }

    private static async Task<ChatResult> StreamAsync(
        IChatClient client, ChatOptions options, AiConfig config, AiPrompt prompt, int maxTokens, TimeSpan longestSilence, Func<string, ValueTask> hear, CancellationToken cancellationToken)
    {
        var (answer, think, started) = (new StringBuilder(), new ThinkFilter(), Stopwatch.GetTimestamp());
        UsageDetails? usage = null;
        TimeSpan? first = null;
        var most = Math.Max(LeastLimit, maxTokens * MaxCharactersAToken);
        using var silence = new Silence(longestSilence, cancellationToken);
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(prompt.Messages, options, silence.Token))
            {
                silence.Break();
                foreach (var used in update.Contents.OfType<UsageContent>()) (usage ??= new UsageDetails()).Add(used.Details);
                await AddAsync(think.Push(update.Text));
            }
            await AddAsync(think.End());
        }
        catch (Exception exception) when (exception is not HearerException && answer.Length > 0 && !cancellationToken.IsCancellationRequested)
        {
            throw FaultReader.Of(exception, config, answer.ToString());
        }
        if (string.IsNullOrWhiteSpace(answer.ToString())) throw FaultReader.Of(new EmptyAnswerException(), config);
        return new ChatResult(answer.ToString(), TokensOf(usage, prompt, answer), first);

        async ValueTask AddAsync(string text)
        {
            // The database keeps no NUL.
            text = text.Replace("\0", "", StringComparison.Ordinal);
            if (text.Length == 0) return;
            first ??= Stopwatch.GetElapsedTime(started);
            answer.Append(text);
            if (answer.Length > most) throw new AnswerTooLargeException();
            await hear(text);
        }
    }

    private static TokenCount TokensOf(UsageDetails? usage, AiPrompt prompt, StringBuilder answer) =>
        usage is { InputTokenCount: { } input, OutputTokenCount: { } output } && input + output > 0
            ? new TokenCount((int)input, (int)output, (int)(usage.CachedInputTokenCount ?? 0))
            : new TokenCount(prompt.EstimatedTokens, TokenEstimate.Of(answer.ToString()), IsEstimated: true);
}
