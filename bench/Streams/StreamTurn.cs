using System.Diagnostics;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Bench.Measure;

namespace Mosaic.Bench.Streams;

/// <summary>
/// Many answers at once, each with somebody who listens, through one server; a few more clients ask the provider itself, so that what a plain
/// client would have had is known of the same moment.
/// </summary>
/// <param name="Provider">Who answers.</param>
/// <param name="Server">Who is measured.</param>
/// <param name="Answers">How many go through the server.</param>
/// <param name="Tokens">Of each answer.</param>
internal sealed record StreamTurn(StreamingProvider Provider, ServerProcess Server, int Answers, int Tokens)
{
    private const int Clients = 4;

    private static readonly TimeSpan IdleFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Slices _slices = new(Tokens);

    /// <summary>How listeners tell text from what frames it.</summary>
    public required Dialect Dialect { get; init; }

    /// <summary>Makes ready for as many answers, outside of all that is measured.</summary>
    public Func<int, CancellationToken, Task> ReadyAsync { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Does what must be done before anybody can listen, and gives what each listener sends.</summary>
    public required Func<CancellationToken, Task<IReadOnlyList<byte[]>>> AskAsync { get; init; }

    /// <summary>Looks at all that one listener heard.</summary>
    public Action<Listener> Check { get; init; } = _ => { };

    public async Task<Sample> RunAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await MeasureAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BenchTroubleException($"Of {Provider.Answers.Count} answers {Provider.Waiting} began, and they did not end in time: the machine is too busy, or the server refused them.");
        }
    }

    private async Task<Sample> MeasureAsync(CancellationToken cancellationToken)
    {
        Provider.Prepare(Answers + Clients, Tokens);
        await ReadyAsync(Answers, cancellationToken);
        var idle = await IdleAsync(cancellationToken);

        var asked = Moment.Of(Server);
        var requests = await AskAsync(cancellationToken);
        var listeners = requests.Select((_, number) => new Listener(Provider.Answers[number], Dialect, _slices, keeps: number == 0)).ToList();
        var clients = Enumerable.Range(Answers, Clients).Select(number => new Listener(Provider.Answers[number], Dialects.Provider, _slices)).ToList();
        var hearing = Task.WhenAll(
        [
            .. listeners.Select((listener, number) => listener.HearAsync(Server.Address, requests[number], cancellationToken)),
            .. clients.Select((client, number) => client.HearAsync(Provider.Address, Request.Post("/v1/chat/completions", StreamingProvider.Body(Answers + number)), cancellationToken)),
        ]);
        await Task.WhenAll(listeners.Concat(clients).Select(listener => listener.Begun));
        while (Provider.Waiting < Answers + Clients) await Task.Delay(5, cancellationToken);

        var begun = Moment.Of(Server);
        Provider.Begin();
        var passed = await WatchAsync(hearing, cancellationToken);
        await hearing;
        var ended = Moment.Of(Server);
        Check(listeners[0]);
        var figures = new StreamFigures(Answers, Tokens, SlicesOf(listeners, [begun, .. passed], idle))
        {
            Bytes = listeners.Sum(listener => listener.WireBytes) / (double)(Answers * Tokens),
            BodyBytes = listeners.Sum(listener => listener.BodyBytes) / (double)(Answers * Tokens),
            Processor = ended.Since(asked, idle) / (Answers * Tokens),
            Beginning = begun.Since(asked, idle) / Answers,
            Idle = idle * 1_000,
            FramesPerSecond = listeners.Max(listener => PerSecond(listener, listener.Frames)),
            EventsPerSecond = Statistics.Median(listeners.Select(listener => PerSecond(listener, listener.Events))),
            LastToken = Statistics.Median(listeners.Select(WholeTime)) / Statistics.Median(clients.Select(WholeTime)),
        };
        return figures.ToSample([.. listeners.Select(FirstTime)], Stopwatch.GetElapsedTime(begun.At, listeners.Max(listener => listener.LastAt)));
    }

    /// <summary>The share of a processor that the server takes with nothing to do.</summary>
    private async Task<double> IdleAsync(CancellationToken cancellationToken)
    {
        var from = Moment.Of(Server);
        await Task.Delay(IdleFor, cancellationToken);
        var to = Moment.Of(Server);
        return (to.Processor - from.Processor) / Stopwatch.GetElapsedTime(from.At, to.At);
    }

    /// <summary>The moments in which all answers together had passed the end of a slice.</summary>
    private async Task<IReadOnlyList<Moment>> WatchAsync(Task hearing, CancellationToken cancellationToken)
    {
        var passed = new List<Moment>();
        foreach (var end in _slices.Ends)
        {
            while (Provider.Sent < (long)end * Provider.Answers.Count && !hearing.IsFaulted) await Task.Delay(5, cancellationToken);
            passed.Add(Moment.Of(Server));
        }
        return passed;
    }

    private List<SliceFigure> SlicesOf(List<Listener> listeners, List<Moment> moments, double idle) =>
    [
        .. _slices.Ends.Select((end, slice) =>
        {
            var tokens = (double)(Answers * _slices.LengthOf(slice));
            return new SliceFigure(_slices.StartOf(slice) + 1, end, listeners.Sum(listener => listener.Sliced[slice]) / tokens, moments[slice + 1].Since(moments[slice], idle) / tokens);
        }),
    ];

    private static double PerSecond(Listener listener, int count) => count / Stopwatch.GetElapsedTime(listener.FirstAt, listener.LastAt).TotalSeconds;

    private static double FirstTime(Listener listener) => Stopwatch.GetElapsedTime(listener.Answer.FirstAt, listener.FirstAt).TotalMilliseconds;

    private static double WholeTime(Listener listener) => Stopwatch.GetElapsedTime(listener.Answer.FirstAt, listener.LastAt).TotalMilliseconds;
}
