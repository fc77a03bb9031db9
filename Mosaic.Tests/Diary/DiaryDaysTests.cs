using System.Globalization;
using Mosaic.Web.Features.Diary.Days;

namespace Mosaic.Tests.Diary;

public sealed class DiaryDaysTests
{
    private static readonly TimeOnly[] Ends = [new(0, 0), new(2, 30), new(4, 0), new(22, 0), new(23, 45)];

    public static TheoryData<string, int> Walks => new()
    {
        { "UTC", 2026 }, { "Europe/Berlin", 2026 }, { "Asia/Kathmandu", 2026 }, { "America/Sao_Paulo", 2026 }, { "America/Sao_Paulo", 2018 },
        { "Australia/Lord_Howe", 2026 }, { "Pacific/Chatham", 2026 }, { "Pacific/Apia", 2011 },
    };

    [Theory]
    [InlineData("2026-03-05T03:59", "04:00", "2026-03-04")]
    [InlineData("2026-03-05T04:00", "04:00", "2026-03-05")]
    [InlineData("2026-03-05T00:00", "00:00", "2026-03-05")]
    [InlineData("2026-03-05T11:58", "11:59", "2026-03-04")]
    [InlineData("2026-03-05T21:59", "22:00", "2026-03-05")]
    [InlineData("2026-03-05T22:00", "22:00", "2026-03-06")]
    public void What_is_written_before_the_end_of_a_day_belongs_to_it(string at, string end, string date) =>
        Assert.Equal(Date(date), DiaryDays.DayOf(Utc(at), TimeZoneInfo.Utc, Time(end)));

    /// <summary>Two years, every half hour: an instant belongs to a day exactly if it lies in its span, and spans follow each other.</summary>
    [Theory]
    [MemberData(nameof(Walks))]
    public void Days_tile_time_without_gap_or_overlap(string zoneId, int year)
    {
        var zone = Zone(zoneId);
        foreach (var end in Ends)
        {
            var (at, last) = (new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(year + 2, 1, 3, 0, 0, 0, TimeSpan.Zero));
            var date = DiaryDays.DayOf(at, zone, end);
            var span = DiaryDays.SpanOf(date, zone, end);
            for (; at < last; at = at.AddMinutes(30))
            {
                while (at >= span.To)
                {
                    var next = DiaryDays.SpanOf(date = date.AddDays(1), zone, end);
                    Assert.Equal(span.To, next.From);
                    span = next;
                    Assert.InRange(span.To - span.From, TimeSpan.Zero, TimeSpan.FromHours(26));
                }
                Assert.True(span.From <= at && date == DiaryDays.DayOf(at, zone, end), $"{at:o} in {zoneId}, end {end}: {date:o}");
            }
        }
    }

    [Theory]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:00")] // 02:00 becomes 03:00
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30")] // 02:30 comes twice
    [InlineData("2026-10-26", "02:30", "2026-10-26T01:30")]
    public void A_time_that_is_skipped_moves_to_the_change_and_of_two_the_first_counts(string date, string end, string from) =>
        Assert.Equal(Utc(from), DiaryDays.SpanOf(Date(date), Zone("Europe/Berlin"), Time(end)).From);

    [Fact]
    public void A_midnight_that_is_skipped_begins_when_the_clock_goes_on() =>
        Assert.Equal(Utc("2018-11-04T03:00"), DiaryDays.SpanOf(Date("2018-11-04"), Zone("America/Sao_Paulo"), default).From);

    [Theory]
    [InlineData("00:00")]
    [InlineData("04:00")]
    [InlineData("22:00")]
    public void A_date_that_was_left_out_is_no_day(string end)
    {
        var apia = Zone("Pacific/Apia");
        Assert.False(DiaryDays.Has(Date("2011-12-30"), apia, Time(end)));
        Assert.True(DiaryDays.Has(Date("2011-12-29"), apia, Time(end)) && DiaryDays.Has(Date("2011-12-31"), apia, Time(end)));
        Assert.True(DiaryDays.Has(Date("2011-12-30"), TimeZoneInfo.Utc, Time(end)));
    }

    [Fact]
    public void A_page_is_due_five_minutes_after_the_day_ends() =>
        Assert.Equal(Utc("2026-07-04T02:05"), DiaryDays.DueAt(Date("2026-07-03"), Zone("Europe/Berlin"), Time("04:00")));

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static DateOnly Date(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);

    private static TimeOnly Time(string time) => TimeOnly.Parse(time, CultureInfo.InvariantCulture);

    private static DateTimeOffset Utc(string at) => new(DateTime.Parse(at, CultureInfo.InvariantCulture), TimeSpan.Zero);
}
