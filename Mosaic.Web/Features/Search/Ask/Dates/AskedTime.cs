using System.Globalization;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Search.Ask.Dates;

/// <summary>The days that a question names.</summary>
/// <param name="Days">Of the person's calendar.</param>
/// <param name="Rest">The question without the words that name them.</param>
public sealed record AskedTime(DaySpan Days, string Rest)
{
    /// <summary>The first instant that counts and the first that no longer does, where the person lives.</summary>
    public (DateTimeOffset? From, DateTimeOffset? Before) Instants(Person person) =>
        (Days.First is { } first ? person.StartOf(first) : null, Days.Last is { } last ? person.StartOf(last.AddDays(1)) : null);

    /// <summary>What was understood, such as "In March 2026".</summary>
    public string Label(CultureInfo culture) => Days switch
    {
        (null, { } last) => $"Before {Day(last.AddDays(1), culture)}",
        ({ } first, null) => $"Since {Day(first, culture)}",
        ({ } first, { } last) when first == last => $"On {Day(first, culture)}",
        ({ Day: 1 } first, { } last) when last == first.AddMonths(1).AddDays(-1) => $"In {first.ToString("MMMM yyyy", culture)}",
        ({ Day: 1, Month: 1 } first, { } last) when last == first.AddYears(1).AddDays(-1) => $"In {first.Year.ToString(CultureInfo.InvariantCulture)}",
        ({ } first, { } last) => $"From {Day(first, culture)} to {Day(last, culture)}",
        _ => "",
    };

    private static string Day(DateOnly day, CultureInfo culture) => day.ToString("d MMMM yyyy", culture);
}
