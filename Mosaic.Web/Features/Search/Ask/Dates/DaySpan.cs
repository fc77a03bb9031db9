namespace Mosaic.Web.Features.Search.Ask.Dates;

/// <summary>Days from the first to the last; null is without an end on that side.</summary>
public readonly record struct DaySpan(DateOnly? First, DateOnly? Last)
{
    internal static DaySpan Of(DateOnly day) => new(day, day);

    internal static DaySpan OfMonth(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));

    internal static DaySpan OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>Weeks begin on Monday.</summary>
    internal static DaySpan OfWeek(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new DaySpan(monday, monday.AddDays(6));
    }

    internal DaySpan With(DaySpan other) => new(First < other.First ? First : other.First, Last > other.Last ? Last : other.Last);
}
