using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Diary.Days;

/// <summary>The diary days of a person, where they live and until their day ends.</summary>
public static class PersonDays
{
    public static DateOnly DiaryDayOf(this Person person, DateTimeOffset instant) => DiaryDays.DayOf(instant, person.Zone, person.DayEndsAt);

    /// <summary>From the first instant of a day to the first of the next.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) SpanOf(this Person person, DateOnly date) => DiaryDays.SpanOf(date, person.Zone, person.DayEndsAt);

    /// <summary>When a night may read the day.</summary>
    public static DateTimeOffset DueAt(this Person person, DateOnly date) => DiaryDays.DueAt(date, person.Zone, person.DayEndsAt);

    /// <summary>The last day that a night may read.</summary>
    public static DateOnly LastDayOver(this Person person, DateTimeOffset now)
    {
        var day = person.DiaryDayOf(now);
        while (person.DueAt(day) > now) day = day.AddDays(-1);
        return day;
    }
}
