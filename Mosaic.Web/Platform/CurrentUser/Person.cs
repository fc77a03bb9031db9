using System.Globalization;

namespace Mosaic.Web.Platform.CurrentUser;

/// <summary>Who is signed in, with what pages need to greet them and to tell their time.</summary>
public sealed record Person(
    Guid Id,
    string UserName,
    string ShownName,
    Guid? AvatarResourceId,
    TimeZoneInfo Zone,
    TimeOnly DayEndsAt,
    CultureInfo Culture,
    string Theme,
    bool IsAdmin)
{
    /// <summary>The calendar day of an instant where this person lives.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalTime(instant).DateTime);

    public DateTimeOffset LocalTime(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The first instant of a calendar day where this person lives. A midnight that a clock change skips begins when the clock goes on.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        var offset = Zone.IsAmbiguousTime(midnight) ? Zone.GetAmbiguousTimeOffsets(midnight).Max() : Zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
