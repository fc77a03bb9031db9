namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>How the score went.</summary>
internal static class MoodOverTime
{
    /// <summary>In the order of time; empty for fewer than <see cref="TrendRules.FewestDays"/> days with a score.</summary>
    public static IReadOnlyList<ScorePoint> Of(IEnumerable<TrendDay> days)
    {
        var scored = days.Where(day => day.Score is not null).Select(day => (day.Date, Score: day.Score!.Value)).OrderBy(day => day.Date).ToList();
        if (scored.Count < TrendRules.FewestDays) return [];
        var points = new List<ScorePoint>(scored.Count);
        var first = 0;
        for (var i = 0; i < scored.Count; i++)
        {
            while (scored[first].Date <= scored[i].Date.AddDays(-TrendRules.MeanDays)) first++;
            points.Add(new ScorePoint(scored[i].Date, scored[i].Score, scored.Skip(first).Take(i - first + 1).Average(day => day.Score)));
        }
        return points;
    }
}
