using System.Globalization;
using System.Text;
using Mosaic.Bench.Judged;
using Mosaic.Data.Search;

namespace Mosaic.Bench.Quality;

/// <summary>The quality of search as Markdown: a row for each kind of query, a column for each way of searching.</summary>
internal static class QualityTable
{
    public static readonly SearchLegs[] Ways = [SearchLegs.Words, SearchLegs.Meaning, SearchLegs.Both];

    private const double LeastGain = 1.10;

    public static string Of(QualityReport report)
    {
        var queries = report.Answers.Select(answer => answer.QueryId).Distinct().Count();
        var text = new StringBuilder();
        text.AppendLine(Invariant($"Quality over {report.Texts} memos and {queries} judged queries, with the embedding model {report.Model}."));
        text.AppendLine();
        text.AppendLine("| kind | queries | words nDCG@10 | meaning nDCG@10 | fused nDCG@10 | words recall@10 | meaning recall@10 | fused recall@10 |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var kind in JudgedSet.Kinds.Where(kind => report.Answers.Any(answer => answer.Kind == kind)))
            text.AppendLine(Row(kind, report.Answers.Where(answer => answer.Kind == kind).Select(answer => answer.QueryId).Distinct().Count(), [.. Ways.Select(way => report.Of(way, kind))]));
        text.AppendLine(Row("**overall**", queries, [.. Ways.Select(way => report.Of(way))]));
        text.AppendLine().AppendLine(Gain(report));
        return text.ToString();
    }

    /// <summary>What fusing brings. The budget is never changed to fit.</summary>
    private static string Gain(QualityReport report)
    {
        var better = Math.Max(report.Of(SearchLegs.Words).Gain, report.Of(SearchLegs.Meaning).Gain);
        var reached = report.Of(SearchLegs.Both).Gain / better;
        return Invariant($"nDCG@10 of fused ≥ {LeastGain:0.00} × the better leg: reached {reached:0.00} ×, {(reached >= LeastGain ? "holds" : "**does not hold**")}.");
    }

    private static string Row(string name, int queries, IReadOnlyList<QualityFigure> figures) =>
        $"| {name} | {queries} | {string.Join(" | ", figures.Select(figure => figure.Gain).Concat(figures.Select(figure => figure.Recall)).Select(value => Invariant($"{value:0.000}")))} |";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
