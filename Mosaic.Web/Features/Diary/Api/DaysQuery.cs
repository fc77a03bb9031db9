using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Diary.Api;

/// <summary>Which days are asked for.</summary>
internal sealed record DaysQuery
{
    private const int MostDays = 366, UsualDays = 31;

    [Description("The first day, such as 2026-03-01.")]
    public string? From { get; init; }

    [Description("The last day, such as 2026-03-31.")]
    public string? To { get; init; }

    public static ProblemHttpResult Refusal => ApiProblem.Invalid("from", $"Write days such as 2026-03-01, the first not after the last, and at most {MostDays} of them.");

    /// <summary>Null where they make no sense.</summary>
    public (DateOnly From, DateOnly To)? Read(Person person, DateTimeOffset now)
    {
        if (!Day(To, person.DiaryDayOf(now), out var to) || !Day(From, to.DayNumber > UsualDays ? to.AddDays(1 - UsualDays) : to, out var from)) return null;
        return from <= to && to.DayNumber - from.DayNumber < MostDays && from >= DiaryDays.Earliest && to <= DiaryDays.Latest ? (from, to) : null;
    }

    private static bool Day(string? text, DateOnly otherwise, out DateOnly day)
    {
        day = otherwise;
        return string.IsNullOrEmpty(text) || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
