using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Moods;

namespace Mosaic.Tests.Diary.Moods;

public sealed class DayMoodTests
{
    [Fact]
    public void The_persons_word_goes_before_check_ins_and_those_before_a_draft()
    {
        var entries = CheckIns(("calm", 7));
        Assert.Equal(new DayMood("joy", 9, MoodOrigin.Person), DayMood.Of("joy", 9, isTheirs: true, entries));
        Assert.Equal(new DayMood("calm", 7, MoodOrigin.CheckIns), DayMood.Of("joy", 9, isTheirs: false, entries));
        Assert.Equal(new DayMood("joy", 9, MoodOrigin.Draft), DayMood.Of("joy", 9, isTheirs: false, []));
        Assert.Equal(new DayMood("calm", 7, MoodOrigin.CheckIns), DayMood.Of(null, null, isTheirs: true, entries));
        Assert.Null(DayMood.Of(null, null, isTheirs: true, []));
    }

    [Theory]
    [InlineData("tired 3,joy 9,calm 7", "calm", 7)]
    [InlineData("joy 9,tired 3", "tired", 6)]
    [InlineData("tired 3,joy 9", "joy", 6)]
    [InlineData("calm 6,calm 7", "calm", 7)]
    [InlineData("anger 1,anger 1,joy 10,joy 10,joy 10", "joy", 10)]
    public void Of_several_check_ins_the_middle_counts(string said, string mood, int score)
    {
        var entries = CheckIns([.. said.Split(',').Select(entry => entry.Split(' ')).Select(entry => (entry[0], int.Parse(entry[1], System.Globalization.CultureInfo.InvariantCulture)))]);
        Assert.Equal(new DayMood(mood, score, MoodOrigin.CheckIns), DayMood.Of(null, null, isTheirs: false, entries));
    }

    private static MoodEntry[] CheckIns(params (string Mood, int Score)[] entries) => [.. entries.Select((entry, hour) => new MoodEntry
    {
        Id = Guid.CreateVersion7(),
        UserId = Guid.Empty,
        Date = new DateOnly(2026, 3, 1),
        At = new DateTimeOffset(2026, 3, 1, 8 + hour, 0, 0, TimeSpan.Zero),
        MoodKey = entry.Mood,
        Score = (short)entry.Score,
    })];
}
