namespace Mosaic.Web.Features.Diary.Days;

/// <summary>Finds instants by what a clock on the wall shows.</summary>
internal static class LocalClock
{
    // No clock is further from UTC than this.
    private static readonly TimeSpan Furthest = TimeSpan.FromHours(15);

    /// <summary>
    /// The instant, in UTC, at which the clock shows this time: the first of two where it is put back, and the moment of the change where
    /// it is put forward over this time.
    /// </summary>
    public static DateTimeOffset FirstAt(DateTime local, TimeZoneInfo zone)
    {
        var asUtc = new DateTimeOffset(local, TimeSpan.Zero);
        var (before, after) = (zone.GetUtcOffset(asUtc - Furthest), zone.GetUtcOffset(asUtc + Furthest));
        var (byOld, byNew) = (asUtc - before, asUtc - after);
        if (zone.GetUtcOffset(byOld) == before) return byOld;
        return zone.GetUtcOffset(byNew) == after ? byNew : ChangeBetween(byNew, byOld, zone);
    }

    private static DateTimeOffset ChangeBetween(DateTimeOffset before, DateTimeOffset after, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(before);
        while (after.Ticks - before.Ticks > 1)
        {
            var middle = before.AddTicks((after.Ticks - before.Ticks) / 2);
            if (zone.GetUtcOffset(middle) == offset) before = middle;
            else after = middle;
        }
        return after;
    }
}
