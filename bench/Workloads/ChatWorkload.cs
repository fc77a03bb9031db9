using Mosaic.Bench.Bare;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Bench.Measure;
using Mosaic.Bench.Streams;

namespace Mosaic.Bench.Workloads;

/// <summary>A hundred answers at once, each of 2,000 tokens and with a page that looks on.</summary>
internal sealed class ChatWorkload : IWorkload
{
    private const string Raw = "raw";
    private const string Whole = "whole";

    private const int Answers = 100;
    private const int Tokens = 2_000;
    private const int FewTokens = 500;

    private const double MostBytes = 200;
    private const double MostGrowth = 1.25;
    private const double MostFrames = 20;
    private const double MostProcessor = 0.1;
    private const double MostLater = 15;
    private const double MostLonger = 1.05;

    public string Name => "chat";

    public Filled Rows => Filled.Nothing;

    /// <summary>A turn takes as long as an answer, whatever a turn is to take: five rounds where others have nine.</summary>
    public int RoundsOf(int asked) => Math.Max(1, asked - 4);

    public async Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken)
    {
        var tokens = setup.Scale.Divisor == 1 ? Tokens : FewTokens;
        var provider = setup.Keep(await StreamingProvider.StartAsync(cancellationToken));
        var inside = await setup.BuildAppAsync(cancellationToken);
        var house = new TalkingHouse(setup, inside, await new Talkers(setup, inside).MakeAsync(provider.Address, cancellationToken));
        var (app, bare) = (await setup.StartAppAsync(cancellationToken), await setup.StartBareStreamsAsync(provider.Address, cancellationToken));

        var whole = ContenderOf(Whole, () => new StreamTurn(provider, bare, Answers, tokens) { Dialect = Dialects.Page, AskAsync = _ => Task.FromResult(GetsOf(BareStreams.Whole)) });
        var raw = ContenderOf(Raw, () => new StreamTurn(provider, bare, Answers, tokens) { Dialect = Dialects.Provider, AskAsync = _ => Task.FromResult(GetsOf(BareStreams.Raw)) });
        var ours = ContenderOf(Contest.Ours, () => new StreamTurn(provider, app, Answers, tokens) { Dialect = Dialects.Page, ReadyAsync = house.ReadyAsync, AskAsync = token => house.AskAsync(app, token), Check = ShownAnswer.Check });
        return [new Line(FormattableString.Invariant($"{Answers} answers at once, to the first token"), whole, raw, ours, BudgetsOf(ours, raw))];
    }

    /// <summary>Warm after a turn like the others: the runtime watches code for some minutes in order to compile it better.</summary>
    private static Contender ContenderOf(string name, Func<StreamTurn> turn) => new(name, cancellationToken => turn().RunAsync(cancellationToken));

    private static IReadOnlyList<byte[]> GetsOf(Func<int, string> path) => [.. Enumerable.Range(0, Answers).Select(number => Request.Get(path(number)))];

    private static List<Budget> BudgetsOf(Contender ours, Contender raw) =>
    [
        Budget.Streams(ours, "bytes a token", "", MostBytes, figures => figures.Bytes),
        Budget.Streams(ours, "× the first tokens' bytes for the last", "×", MostGrowth, figures => figures.BytesGrowth),
        Budget.Streams(ours, "frames/s", "/s", MostFrames, figures => figures.FramesPerSecond),
        Budget.Streams(ours, "ms of a processor a token", " ms", MostProcessor, figures => figures.Processor),
        Budget.Streams(ours, "× the first tokens' processor time for the last", "×", MostGrowth, figures => figures.ProcessorGrowth),
        Budget.More(ours, raw, MostLater),
        Budget.Streams(ours, "× a bare client to the last token", "×", MostLonger, figures => figures.LastToken),
    ];
}
