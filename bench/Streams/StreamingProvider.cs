using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mosaic.Bench.Streams;

/// <summary>
/// Stands for an AI provider, in this process: so it is known of each token when it went out. Whoever asks waits until everybody has; then the
/// answers begin, a moment apart, as people ask.
/// </summary>
internal sealed partial class StreamingProvider : IAsyncDisposable
{
    public const string Model = "bench";

    /// <summary>Tokens of one answer.</summary>
    public const int PerSecond = 50;

    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(10);

    private readonly WebApplication _app;
    private TaskCompletionSource _begun = new();
    private int _waiting;

    private StreamingProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/v1/chat/completions", AnswerAsync);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>What is said in this turn, by its number.</summary>
    public IReadOnlyList<SpokenAnswer> Answers { get; private set; } = [];

    /// <summary>How many have asked and wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Of all answers together.</summary>
    public long Sent => Answers.Sum(answer => (long)answer.Sent);

    public static async Task<StreamingProvider> StartAsync(CancellationToken cancellationToken)
    {
        var provider = new StreamingProvider();
        await provider._app.StartAsync(cancellationToken);
        return provider;
    }

    /// <summary>What to ask so that this answer is given.</summary>
    public static string Question(int number) => string.Create(CultureInfo.InvariantCulture, $"Tell me about it at length (answer {number}).");

    public static string Body(int number) => $$"""{"model":"{{Model}}","stream":true,"messages":[{"role":"user","content":"{{Question(number)}}"}]}""";

    /// <summary>Makes the answers of a turn.</summary>
    public void Prepare(int answers, int tokens)
    {
        Answers = [.. Enumerable.Range(0, answers).Select(number => new SpokenAnswer(number, AnswerText.Of(number, tokens)))];
        (_begun, _waiting) = (new(TaskCreationOptions.RunContinuationsAsynchronously), 0);
    }

    public void Begin() => _begun.SetResult();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var asked = Asked().Match(await reader.ReadToEndAsync(http.RequestAborted));
        var number = asked.Success ? int.Parse(asked.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : -1;
        http.Response.ContentType = "text/event-stream";
        if (number < 0 || number >= Answers.Count || !Answers[number].Take()) await SayNothingAsync(http);
        else await SpeakAsync(http, Answers[number], number);
    }

    private async Task SpeakAsync(HttpContext http, SpokenAnswer answer, int number)
    {
        await SendAsync(http, answer.First);
        var begun = _begun.Task;
        Interlocked.Increment(ref _waiting);
        await begun.WaitAsync(http.RequestAborted);
        var from = Stopwatch.GetTimestamp();
        for (var token = 0; token < answer.Events.Count; token++)
        {
            // Measured from the beginning, so that coarse timers do not add up.
            var wait = (Apart * number) + TimeSpan.FromSeconds((double)token / PerSecond) - Stopwatch.GetElapsedTime(from);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, http.RequestAborted);
            answer.Send(Stopwatch.GetTimestamp());
            await SendAsync(http, answer.Events[token]);
        }
        await SendAsync(http, answer.Last);
    }

    private static async Task SayNothingAsync(HttpContext http)
    {
        var answer = new SpokenAnswer(-1, ["Nothing."]);
        foreach (var part in (byte[][])[answer.First, .. answer.Events, answer.Last]) await SendAsync(http, part);
    }

    private static async Task SendAsync(HttpContext http, byte[] part)
    {
        await http.Response.Body.WriteAsync(part, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    [GeneratedRegex(@"\(answer (\d+)\)")]
    private static partial Regex Asked();
}
