namespace Mosaic.Web.Features.Bots.Recall;

/// <summary>How long ago, as people say it.</summary>
public static class TimeAgo
{
    /// <param name="then">The day that is spoken of.</param>
    /// <param name="today">The day it is.</param>
    public static string Of(DateOnly then, DateOnly today) => (today.DayNumber - then.DayNumber) switch
    {
        < 0 => "later",
        0 => "earlier today",
        1 => "yesterday",
        < 7 and var days => $"{days} days ago",
        < 11 => "a week ago",
        < 25 and var days => $"{(days + 3) / 7} weeks ago",
        < 45 => "a month ago",
        < 335 and var days => $"{(days + 15) / 30} months ago",
        < 548 => "a year ago",
        var days => $"{(days + 183) / 365} years ago",
    };
}
