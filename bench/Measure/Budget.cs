using System.Globalization;
using Mosaic.Bench.Streams;

namespace Mosaic.Bench.Measure;

/// <summary>What a figure must reach. A budget is never changed to fit: it holds, or it does not.</summary>
/// <param name="Says">In words, as the table shows it.</param>
/// <param name="Unit">What the figure counts.</param>
/// <param name="Bound">The least, or where <paramref name="IsMost"/> the most.</param>
/// <param name="IsMost">Whether less is better.</param>
/// <param name="Rounds">
/// The figure of each round. Ratios are taken within a round, whose turns lie close together, so that a slow minute of the machine is everybody's.
/// </param>
internal sealed record Budget(string Says, string Unit, double Bound, bool IsMost, Func<IEnumerable<double>> Rounds)
{
    public double Reached => Statistics.Median(Rounds());

    public bool Holds => IsMost ? Reached <= Bound : Reached >= Bound;

    /// <summary>Ours does at least this share of what the other does in the same time.</summary>
    public static Budget Share(Contender ours, Contender other, double least) => new(
        Text($"≥ {least} × {other.Name}"), "×", least, IsMost: false, () => ours.Samples.Zip(other.Samples, (mine, its) => mine.PerSecond / its.PerSecond));

    /// <summary>One of these takes on average at most this many times as long as one of the others, asked by as many connections.</summary>
    public static Budget TimesAsLong(Contender these, Contender others, string name, double most) => new(
        Text($"≤ {most} × {name}"), "×", most, IsMost: true, () => these.Samples.Zip(others.Samples, (mine, its) => its.PerSecond / mine.PerSecond));

    public static Budget Rate(Contender ours, double least) => new(
        Text($"≥ {least:N0}/s"), "/s", least, IsMost: false, () => ours.Samples.Select(sample => sample.PerSecond));

    /// <summary>In milliseconds, at the median.</summary>
    public static Budget Time(Contender ours, double most) => new(
        Text($"≤ {most} ms"), " ms", most, IsMost: true, () => ours.Samples.Select(sample => sample.Median));

    /// <summary>In milliseconds, of all but the slowest hundredth.</summary>
    public static Budget NinetyNinth(Contender ours, double most) => new(
        Text($"p99 ≤ {most} ms"), " ms", most, IsMost: true, () => ours.Samples.Select(sample => sample.NinetyNinth));

    /// <summary>At the median at most so many milliseconds longer than the other.</summary>
    public static Budget More(Contender ours, Contender other, double most) => new(
        Text($"≤ {other.Name} + {most} ms"), " ms more", most, IsMost: true, () => ours.Samples.Zip(other.Samples, (mine, its) => mine.Median - its.Median));

    /// <summary>At the median at most this share of what two others take one after the other.</summary>
    public static Budget OfSum(Contender ours, Contender one, Contender other, double most) => new(
        Text($"≤ {most} × ({one.Name} + {other.Name})"), "×", most, IsMost: true,
        () => ours.Samples.Zip(one.Samples, other.Samples).Select(round => round.First.Median / (round.Second.Median + round.Third.Median)));

    /// <summary>At most so much of one figure of streams.</summary>
    public static Budget Streams(Contender ours, string what, string unit, double most, Func<StreamFigures, double> figure) => new(
        Text($"≤ {most} {what}"), unit, most, IsMost: true, () => ours.Samples.Select(sample => figure(sample.Streams!)));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
