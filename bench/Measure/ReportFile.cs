using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mosaic.Bench.Quality;

namespace Mosaic.Bench.Measure;

/// <summary>The report as JSON, for programs that follow it over time: every sample of every round.</summary>
internal static class ReportFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Answers with where it lies.</summary>
    public static async Task<string> WriteAsync(Report report, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, report.Began.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + ".json");
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, new
        {
            report.Began,
            report.Scale,
            report.Rounds,
            report.TurnSeconds,
            report.Connections,
            report.Machine,
            Lines = report.Chapters.SelectMany(chapter => chapter.Lines.Select(line => new
            {
                Workload = chapter.Name,
                line.Name,
                Contenders = line.Contenders.Select(contender => new { contender.Name, contender.PerSecond, contender.Median, contender.NinetyNinth, contender.Spread, contender.Samples }),
                Budgets = line.Budgets.Select(budget => new { budget.Says, budget.Bound, budget.Reached, budget.Holds, Rounds = budget.Rounds() }),
            })),
            Quality = report.Chapters.Select(chapter => chapter.Quality).OfType<QualityReport>(),
        }, Options);
        return path;
    }
}
