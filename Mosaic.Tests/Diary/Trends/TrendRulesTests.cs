using System.Globalization;
using Mosaic.Web.Features.Diary.Trends;
using static Mosaic.Tests.Diary.Trends.TrendCast;

namespace Mosaic.Tests.Diary.Trends;

public sealed class TrendRulesTests
{
    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void Nothing_is_shown_under_eight_days(int count, bool isShown)
    {
        // Days that do not bear what is counted make no trend.
        var days = Days(count, i => Day(i, "joy", 8, "garden", new TrendCheckIn(9, 8))).Append(Day(20)).ToList();
        Assert.Equal(isShown, MoodOverTime.Of(days).Count > 0);
        Assert.Equal(isShown, MoodShares.Of(days).Count > 0);
        Assert.Equal(isShown, WeekdayScores.Of(days).Count > 0);
        Assert.Equal(isShown, HourScores.Of(days).Count > 0);
        Assert.Equal(isShown, TagMoods.Of(days).Count > 0);
        Assert.Equal(isShown, Streak.Of(days.Take(count).Select(day => day.Date), Start.AddDays(count)) is not null);
    }

    [Fact]
    public void The_mean_is_of_the_scored_days_among_seven()
    {
        // Scores 1 to 9 on days 0 to 8, then a gap, then a 10.
        var points = MoodOverTime.Of(Days(9, i => Day(i, score: i + 1)).Append(Day(14, score: 10)).Reverse());
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], points.Select(point => point.Score));
        Assert.Equal(1, points[0].Mean);
        Assert.Equal(4, points[6].Mean);
        Assert.Equal(5, points[7].Mean);
        Assert.Equal(9.5, points[9].Mean);
    }

    [Fact]
    public void Shares_are_of_the_days_with_a_mood() => Assert.Equal(
        [new MoodShare("joy", 6, 67), new MoodShare("calm", 2, 22), new MoodShare("anger", 1, 11)],
        MoodShares.Of(Days(9, i => Day(i, i < 6 ? "joy" : i < 8 ? "calm" : "anger")).Append(Day(9, score: 3))));

    [Fact]
    public void Weekdays_begin_on_Monday_and_say_how_many_days_they_are_of()
    {
        var week = WeekdayScores.Of(Days(8, i => Day(i, score: i == 7 ? 4 : 9)).Where(day => day.Date.DayOfWeek != DayOfWeek.Sunday).Append(Day(8, score: 5)));
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday], week.Select(day => day.Day));
        Assert.Equal((6.5, 2), (week[0].Mean, week[0].Days));
        Assert.Equal((7.0, 2), (week[1].Mean, week[1].Days));
        Assert.Equal((null, 0), (week[6].Mean, week[6].Days));
    }

    [Fact]
    public void Hours_count_check_ins() => Assert.Equal(
        [new HourScore(7, 4, 8), new HourScore(22, 9, 1)],
        HourScores.Of(Days(8, i => i == 0 ? Day(i, checkIns: [new(22, 9), new(7, 4)]) : Day(i, checkIns: new TrendCheckIn(7, 4)))));

    [Fact]
    public void Tags_and_moods_occur_together_from_three_days_on()
    {
        var pairs = TagMoods.Of(Days(9, i => Day(i, i < 4 ? "joy" : "focus", tags: i < 2 ? "garden once" : "work garden garden")));
        Assert.Equal([new TagMood("garden", "focus", 5), new TagMood("work", "focus", 5), new TagMood("garden", "joy", 4)], pairs);
    }

    [Fact]
    public void At_most_twelve_pairs_are_told() =>
        Assert.Equal(12, TagMoods.Of(Days(8, i => Day(i, "joy", tags: string.Join(' ', Enumerable.Range(0, 20).Select(tag => $"tag{tag}"))))).Count);

    [Theory]
    [InlineData("0 1 2 3 4 5 6 7", 7, 8, 8)]
    [InlineData("0 1 2 3 4 5 6 7", 8, 8, 8)] // today is not yet written
    [InlineData("0 1 2 3 4 5 6 7", 9, 0, 8)]
    [InlineData("0 1 2 3 4 6 7 8", 8, 3, 5)]
    [InlineData("8 7 6 6 4 3 2 1 0", 9, 3, 5)]
    [InlineData("0 2 4 6 8 10 12 14 20", 14, 1, 1)] // what lies ahead is not counted
    public void A_streak_counts_days_in_a_row(string pages, int today, int current, int longest) => Assert.Equal(
        new Streak(current, longest),
        Streak.Of(pages.Split(' ').Select(day => Start.AddDays(int.Parse(day, CultureInfo.InvariantCulture))), Start.AddDays(today)));
}
