using System.Globalization;
using System.Text;
using Mosaic.Bench.Measure;

namespace Mosaic.Bench.Streams;

/// <summary>Streams as Markdown: what a token takes in each part of an answer, and when it is there. Medians of the rounds.</summary>
internal static class StreamTable
{
    public static string Of(Line line)
    {
        var text = new StringBuilder();
        var ours = FiguresOf(line.Ours)[0];
        text.AppendLine(Invariant($"{line.Ours.Samples.Count} rounds of {ours.Tokens:N0} tokens an answer, {StreamingProvider.PerSecond} a second. Bytes are those on the wire; processor time is the server's, less what it takes when idle."));
        text.AppendLine();
        text.AppendLine(Invariant($"| | a token takes | {string.Join(" | ", ours.Slices.Select(slice => Invariant($"tokens {slice.From:N0}–{slice.To:N0}")))} | last : first | all | spread |"));
        text.AppendLine(Invariant($"| --- | --- |{string.Concat(ours.Slices.Select(_ => " ---: |"))} ---: | ---: | ---: |"));
        foreach (var contender in line.Contenders)
        {
            AddRow(text, contender, "bytes", "0.0", slice => slice.Bytes, figures => figures.BytesGrowth, figures => figures.Bytes);
            AddRow(text, contender, "processor, ms", "0.000", slice => slice.Processor, figures => figures.ProcessorGrowth, figures => figures.Processor);
        }
        text.AppendLine();
        text.AppendLine("| | answers | bytes without framing | frames/s of the busiest | events/s | last token × bare client | ms before the first token | idle, ms/s |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var contender in line.Contenders) AddStreams(text, contender);
        return text.ToString();
    }

    private static void AddRow(StringBuilder text, Contender contender, string what, string format, Func<SliceFigure, double> ofSlice, Func<StreamFigures, double> growth, Func<StreamFigures, double> whole)
    {
        var rounds = FiguresOf(contender);
        var slices = Enumerable.Range(0, rounds[0].Slices.Count).Select(slice => Median(rounds, figures => ofSlice(figures.Slices[slice])).ToString(format, CultureInfo.InvariantCulture));
        text.AppendLine(Invariant($"| {contender.Name} | {what} | {string.Join(" | ", slices)} | {Median(rounds, growth):0.00} × | {Median(rounds, whole).ToString(format, CultureInfo.InvariantCulture)} | {Statistics.Spread(rounds.Select(whole)):P0} |"));
    }

    private static void AddStreams(StringBuilder text, Contender contender)
    {
        var rounds = FiguresOf(contender);
        text.AppendLine(Invariant($"| {contender.Name} | {rounds[0].Answers} | {Median(rounds, figures => figures.BodyBytes):0.0} | {Median(rounds, figures => figures.FramesPerSecond):0.0} | {Median(rounds, figures => figures.EventsPerSecond):0.0} | {Median(rounds, figures => figures.LastToken):0.000} | {Median(rounds, figures => figures.Beginning):0.0} | {Median(rounds, figures => figures.Idle):0.0} |"));
    }

    private static List<StreamFigures> FiguresOf(Contender contender) => [.. contender.Samples.Select(sample => sample.Streams).OfType<StreamFigures>()];

    private static double Median(List<StreamFigures> rounds, Func<StreamFigures, double> figure) => Statistics.Median(rounds.Select(figure));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
