using System.Globalization;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Search.Query;

/// <summary>Days as they are written in a query, where the person lives.</summary>
public sealed class QueryDays(Person person, DateTimeOffset now)
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy-M-d"];

    public DateOnly Today { get; } = person.DayOf(now);

    /// <summary>The instants of a day, a month (<c>2026-03</c>), a year, <c>today</c> or <c>yesterday</c>; null for what is none.</summary>
    public (DateTimeOffset From, DateTimeOffset Before)? Find(string written)
    {
        if (written == "today") return Days(Today, Today);
        if (written == "yesterday") return Days(Today.AddDays(-1), Today.AddDays(-1));
        if (DateOnly.TryParseExact(written, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Days(day, day);
        if (DateOnly.TryParseExact(written, ["yyyy-MM", "yyyy-M"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return Days(month, month.AddMonths(1).AddDays(-1));
        return DateOnly.TryParseExact(written, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? Days(year, new DateOnly(year.Year, 12, 31)) : null;
    }

    /// <summary>The instants from the first to the last of these days; null for days that clocks do not know.</summary>
    public (DateTimeOffset From, DateTimeOffset Before)? Days(DateOnly first, DateOnly last) =>
        first.Year is > 1 and < 9999 && last.Year is > 1 and < 9999 ? (person.StartOf(first), person.StartOf(last.AddDays(1))) : null;
}
