using Mosaic.Bench.Load;

namespace Mosaic.Bench.Measure;

/// <summary>One of those that take turns: a limit, a peer, or ours.</summary>
internal sealed class Contender(string name, Func<CancellationToken, Task<Sample>> run)
{
    private readonly List<Sample> _samples = [];

    public string Name => name;

    /// <summary>One for each round.</summary>
    public IReadOnlyList<Sample> Samples => _samples;

    public double PerSecond => Statistics.Median(Samples.Select(sample => sample.PerSecond));

    public double Median => Statistics.Median(Samples.Select(sample => sample.Median));

    public double NinetyNinth => Statistics.Median(Samples.Select(sample => sample.NinetyNinth));

    public double Spread => Statistics.Spread(Samples.Select(sample => sample.PerSecond));

    public Task WarmUpAsync(CancellationToken cancellationToken) => run(cancellationToken);

    public async Task TakeTurnAsync(CancellationToken cancellationToken) => _samples.Add(await run(cancellationToken));
}
