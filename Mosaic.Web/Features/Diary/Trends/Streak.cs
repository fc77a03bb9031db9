namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>How many days in a row have a page: up to now, and at most.</summary>
public sealed record Streak(int Current, int Longest)
{
    /// <summary>Today may still be written, so a run that reached yesterday goes on. Null for fewer than <see cref="TrendRules.FewestDays"/> days.</summary>
    public static Streak? Of(IEnumerable<DateOnly> pages, DateOnly today)
    {
        var dates = pages.Where(date => date <= today).Distinct().Order().ToList();
        if (dates.Count < TrendRules.FewestDays) return null;
        int run = 0, longest = 0;
        for (var i = 0; i < dates.Count; i++)
        {
            run = i > 0 && dates[i] == dates[i - 1].AddDays(1) ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }
        return new Streak(dates[^1] >= today.AddDays(-1) ? run : 0, longest);
    }
}
