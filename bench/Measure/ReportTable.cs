using System.Globalization;
using System.Text;
using Mosaic.Bench.Quality;
using Mosaic.Bench.Streams;

namespace Mosaic.Bench.Measure;

/// <summary>The report as Markdown, for people.</summary>
internal static class ReportTable
{
    /// <summary>What is compared with something that wavers more than this says little.</summary>
    private const double MostSpread = 0.15;

    public static string Of(Report report)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant($"# Measured {report.Began:yyyy-MM-dd HH:mm} UTC, scale {report.Scale}"));
        text.AppendLine();
        text.AppendLine(Invariant($"{report.Machine.Processors} processors, {report.Machine.MemoryMegabytes:N0} MB, {report.Machine.System}, {report.Machine.Runtime}, PostgreSQL {report.Machine.PostgreSql}."));
        text.AppendLine(Invariant($"{report.Rounds} rounds of {report.TurnSeconds:0.#} s a turn, {report.Connections} connections. Per second, medians ± half their spread; times in ms."));
        text.AppendLine();
        if (report.Chapters.Any(chapter => chapter.Lines.Count > 0)) AddTimes(text, report);
        foreach (var line in report.Chapters.SelectMany(chapter => chapter.Lines).Where(line => line.Ours.Samples.Any(sample => sample.Streams is not null))) text.AppendLine().Append(StreamTable.Of(line));
        foreach (var quality in report.Chapters.Select(chapter => chapter.Quality).OfType<QualityReport>()) text.AppendLine().Append(QualityTable.Of(quality));
        return text.ToString();
    }

    private static void AddTimes(StringBuilder text, Report report)
    {
        text.AppendLine("| | what | pgbench | bare | ours | p50 | p99 | budget | reached | |");
        text.AppendLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | ---: | --- |");
        foreach (var chapter in report.Chapters)
            foreach (var line in chapter.Lines)
                AddLine(text, chapter.Name, line);
        foreach (var warning in Warnings(report)) text.AppendLine().AppendLine(warning);
    }

    private static void AddLine(StringBuilder text, string name, Line line)
    {
        var ours = line.Ours;
        var figures = Invariant($"| {name} | {line.Name} | {Cell(line.Database)} | {Cell(line.Bare)} | {Cell(ours)} | {ours.Median:0.00} | {ours.NinetyNinth:0.00} ");
        foreach (var budget in line.Budgets)
        {
            text.AppendLine(Invariant($"{figures}| {budget.Says} | {Figure(budget.Reached)}{budget.Unit} | {(budget.Holds ? "holds" : "**does not hold**")} |"));
            figures = "| | | | | | | ";
        }
        if (line.Budgets.Count == 0) text.AppendLine(figures + "| | | |");
    }

    private static IEnumerable<string> Warnings(Report report) =>
        from chapter in report.Chapters
        from line in chapter.Lines
        from beside in line.Beside
        where beside.Spread > MostSpread
        select Invariant($"In “{chapter.Name}: {line.Name}” {beside.Name} itself spread over {beside.Spread:P0}: the machine was busy with something else, so take this line with care and run it again.");

    private static string Cell(Contender? contender) =>
        contender is null ? "" : Invariant($"{Figure(contender.PerSecond)} ± {contender.Spread / 2 * 100:0} %");

    private static string Figure(double value) => value >= 100 ? Invariant($"{value:N0}") : Invariant($"{value:0.00}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
