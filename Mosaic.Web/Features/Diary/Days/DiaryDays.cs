namespace Mosaic.Web.Features.Diary.Days;

/// <summary>
/// Which day of the diary an instant belongs to. A day ends when its person says so: an end before noon is in the night after the date, a
/// later one on the date itself. Days follow each other without gap or overlap, whatever the clocks do.
/// </summary>
public static class DiaryDays
{
    /// <summary>From the end of a day until its page is made.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>Dates outside these have no span.</summary>
    public static readonly DateOnly Earliest = new(1900, 1, 1), Latest = new(2999, 12, 31);

    private static readonly TimeOnly Noon = new(12, 0);

    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone, TimeOnly dayEndsAt)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime).AddDays(1);
        while (StartOf(date, zone, dayEndsAt) > at) date = date.AddDays(-1);
        return date;
    }

    /// <summary>Half open, in UTC. Empty for a date that the place left out.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) SpanOf(DateOnly date, TimeZoneInfo zone, TimeOnly dayEndsAt)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentOutOfRangeException.ThrowIfLessThan(date, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(date, Latest);
        return (StartOf(date, zone, dayEndsAt), StartOf(date.AddDays(1), zone, dayEndsAt));
    }

    /// <summary>When the page of a day is made, in UTC.</summary>
    public static DateTimeOffset DueAt(DateOnly date, TimeZoneInfo zone, TimeOnly dayEndsAt) => SpanOf(date, zone, dayEndsAt).To + Rest;

    /// <summary>Whether there was such a day: Samoa had no 30 December 2011.</summary>
    public static bool Has(DateOnly date, TimeZoneInfo zone, TimeOnly dayEndsAt) => SpanOf(date, zone, dayEndsAt) is var (from, to) && from < to;

    private static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone, TimeOnly dayEndsAt)
    {
        // A date that is left out ends with the night before it, and so does not take the first hours of the next one.
        while (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(LocalClock.FirstAt(date.ToDateTime(TimeOnly.MinValue), zone), zone).DateTime) > date)
            date = date.AddDays(1);
        var start = dayEndsAt < Noon ? date : date.AddDays(-1);
        return LocalClock.FirstAt(start.ToDateTime(dayEndsAt), zone);
    }
}
