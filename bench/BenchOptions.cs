using System.Globalization;
using Mosaic.Bench.Rows;
using Mosaic.Bench.Workloads;

namespace Mosaic.Bench;

/// <summary>What is to be measured, and how long.</summary>
internal sealed record BenchOptions
{
    public required IReadOnlyList<IWorkload> Workloads { get; init; }

    public Scale Scale { get; init; } = Scale.Full;

    public int Rounds { get; init; } = Measure.Rounds.Fewest;

    /// <summary>How long one turn takes.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The options, or the sentence that says what is wrong with the words.</summary>
    public static (BenchOptions? Options, string? Refusal) Read(IReadOnlyList<string> words)
    {
        var options = new BenchOptions { Workloads = [] };
        for (var i = 0; i < words.Count; i++)
        {
            var value = i + 1 < words.Count ? words[i + 1] : "";
            switch (words[i])
            {
                case "--scale" when Scale.All.FirstOrDefault(scale => scale.Name == value) is { } scale:
                    options = options with { Scale = scale };
                    i++;
                    break;
                case "--rounds" when Number(value) is >= Measure.Rounds.Fewest and var rounds:
                    options = options with { Rounds = rounds };
                    i++;
                    break;
                case "--seconds" when Number(value) is >= 1 and var seconds:
                    options = options with { Turn = TimeSpan.FromSeconds(seconds) };
                    i++;
                    break;
                case var name when AllWorkloads.InOrder.FirstOrDefault(workload => workload.Name == name) is { } workload:
                    options = options with { Workloads = [.. options.Workloads, workload] };
                    break;
                default:
                    return (null, Refusal(words[i]));
            }
        }
        return (options.Workloads.Count > 0 ? options : options with { Workloads = AllWorkloads.InOrder }, null);
    }

    private static string Refusal(string word) => word switch
    {
        "--scale" => $"--scale is followed by {string.Join(" or ", Scale.All.Select(scale => scale.Name))}.",
        "--rounds" => $"--rounds is followed by a number, at least {Measure.Rounds.Fewest}.",
        "--seconds" => "--seconds is followed by the length of a turn, at least 1.",
        _ when word.StartsWith('-') => $"./mosaic bench knows --scale, --rounds and --seconds, not {word}.",
        _ => $"There is no benchmark {word}: there are {string.Join(", ", AllWorkloads.InOrder.Select(workload => workload.Name))}.",
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
