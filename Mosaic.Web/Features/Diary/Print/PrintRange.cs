using System.Globalization;
using Mosaic.Web.Features.Diary.Days;

namespace Mosaic.Web.Features.Diary.Print;

/// <summary>The days of a report, both included.</summary>
public sealed record PrintRange(DateOnly From, DateOnly To)
{
    /// <summary>As many as a year has.</summary>
    public const int MostDays = 366;

    /// <summary>The days that an address asks for; without them the present month, and without an end that of the first day's month. The sentence says what is wrong.</summary>
    public static (PrintRange? Range, string? Refusal) Read(string? from, string? to, DateOnly today)
    {
        if (!Day(from, new DateOnly(today.Year, today.Month, 1), out var begin) || !Day(to, EndFor(begin), out var end)) return (null, "This is no day of a diary. Choose both days anew.");
        if (end < begin) return (null, "The last day is before the first. Choose a later last day.");
        return end.DayNumber - begin.DayNumber >= MostDays ? (null, $"A report has at most {MostDays} days. Choose days that are closer together.") : (new PrintRange(begin, end), null);
    }

    /// <summary>“1 – 30 November 2026”, or a single day.</summary>
    public string Say(CultureInfo culture)
    {
        var end = To.ToString("d MMMM yyyy", culture);
        if (From == To) return end;
        var format = From.Year != To.Year ? "d MMMM yyyy" : From.Month != To.Month ? "d MMMM" : "%d";
        return $"{From.ToString(format, culture)} – {end}";
    }

    private static DateOnly EndFor(DateOnly begin) => new(begin.Year, begin.Month, DateTime.DaysInMonth(begin.Year, begin.Month));

    private static bool Day(string? text, DateOnly otherwise, out DateOnly day)
    {
        day = otherwise;
        return string.IsNullOrEmpty(text)
            || (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day >= DiaryDays.Earliest && day <= DiaryDays.Latest);
    }
}
