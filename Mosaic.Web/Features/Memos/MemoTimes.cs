using System.Globalization;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Memos;

/// <summary>How times of memos are said to a person.</summary>
public static class MemoTimes
{
    /// <summary>“Today”, “Yesterday”, “Friday 20 November”, and with the year when it is another one.</summary>
    public static string DayName(this Person person, DateOnly day, DateTimeOffset now)
    {
        var today = person.DayOf(now);
        if (day == today) return "Today";
        if (day == today.AddDays(-1)) return "Yesterday";
        return day.ToString(day.Year == today.Year ? "dddd d MMMM" : "dddd d MMMM yyyy", person.Culture);
    }

    /// <summary>The time of day, such as 13:20.</summary>
    public static string TimeOfDay(this Person person, DateTimeOffset instant) => person.LocalTime(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day and time in full, for tooltips and screen readers.</summary>
    public static string FullTime(this Person person, DateTimeOffset instant) => person.LocalTime(instant).ToString("dddd d MMMM yyyy, HH:mm", person.Culture);

    /// <summary>Day and time in short, for lists: 21 Nov 2026, 13:20.</summary>
    public static string ShortTime(this Person person, DateTimeOffset instant) => person.LocalTime(instant).ToString("d MMM yyyy, HH:mm", person.Culture);
}
