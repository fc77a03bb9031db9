namespace Mosaic.Bench.Measure;

internal static class Rounds
{
    /// <summary>Fewer say too little about how much the machine itself wavers.</summary>
    public const int Fewest = 5;

    /// <summary>Warms everybody up, then lets them take turns: A-B-C-A-B-C, so that all meet the same good and bad minutes.</summary>
    public static async Task RunAsync(IReadOnlyList<Line> lines, int rounds, Action<string> tell, CancellationToken cancellationToken)
    {
        var contenders = lines.SelectMany(line => line.Contenders).ToList();
        tell("  warming up");
        foreach (var contender in contenders) await contender.WarmUpAsync(cancellationToken);
        for (var round = 1; round <= rounds; round++)
        {
            tell($"  round {round} of {rounds}");
            foreach (var contender in contenders) await contender.TakeTurnAsync(cancellationToken);
        }
    }
}
