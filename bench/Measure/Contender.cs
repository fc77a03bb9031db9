using Mosaic.Bench.Load;

namespace Mosaic.Bench.Measure;

/// <summary>
/// One of those that take turns: a limit, a peer, or ours. It is warm after so many answers: .NET compiles what runs often once more and
/// better, which takes a while where the machine is busy.
/// </summary>
internal sealed class Contender(string name, Func<CancellationToken, Task<Sample>> run, int warmAfter = 0)
{
    private const int MostWarmUps = 30;

    private readonly List<Sample> _samples = [];

    public string Name => name;

    /// <summary>One for each round.</summary>
    public IReadOnlyList<Sample> Samples => _samples;

    public double PerSecond => Statistics.Median(Samples.Select(sample => sample.PerSecond));

    public double Median => Statistics.Median(Samples.Select(sample => sample.Median));

    public double NinetyNinth => Statistics.Median(Samples.Select(sample => sample.NinetyNinth));

    public double Spread => Statistics.Spread(Samples.Select(sample => sample.PerSecond));

    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        var answers = 0;
        for (var turn = 0; turn < MostWarmUps && (turn == 0 || answers < warmAfter); turn++) answers += (await run(cancellationToken)).Answers;
    }

    public async Task TakeTurnAsync(CancellationToken cancellationToken) => _samples.Add(await run(cancellationToken));
}
