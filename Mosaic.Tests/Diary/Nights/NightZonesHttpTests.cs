using Mosaic.Data.Diary;
using Mosaic.Tests.Ai.Gateway;

namespace Mosaic.Tests.Diary.Nights;

/// <summary>The draft appears for the right day with the right memos, wherever somebody lives and whatever the clocks do.</summary>
public sealed class NightZonesHttpTests(AiHouse house) : NightTest(house)
{
    [Theory]
    // An ordinary night, ending at four.
    [InlineData("Asia/Kathmandu", "2026-06-10", "2026-06-09T22:14:00Z", "2026-06-09T22:16:00Z", "2026-06-10T22:14:00Z", "2026-06-10T22:20:30Z")]
    // Clocks go forward on 29 March: the night of the 28th ends an hour earlier in UTC.
    [InlineData("Europe/Berlin", "2026-03-28", "2026-03-28T02:59:00Z", "2026-03-28T03:01:00Z", "2026-03-29T01:59:00Z", "2026-03-29T02:05:30Z")]
    // And back on 25 October.
    [InlineData("Europe/Berlin", "2026-10-24", "2026-10-24T01:59:00Z", "2026-10-24T02:01:00Z", "2026-10-25T02:59:00Z", "2026-10-25T03:05:30Z")]
    [InlineData("America/Sao_Paulo", "2026-02-14", "2026-02-14T06:59:00Z", "2026-02-14T07:01:00Z", "2026-02-15T06:59:00Z", "2026-02-15T07:05:30Z")]
    // In 2018 São Paulo still changed, at midnight: 3 November ended at four of the 4th, an hour earlier in UTC.
    [InlineData("America/Sao_Paulo", "2018-11-03", "2018-11-03T06:59:00Z", "2018-11-03T07:01:00Z", "2018-11-04T05:59:00Z", "2018-11-04T06:05:30Z")]
    // Lord Howe moves by half an hour, on 5 April back and on 4 October forward.
    [InlineData("Australia/Lord_Howe", "2026-04-04", "2026-04-03T16:59:00Z", "2026-04-03T17:01:00Z", "2026-04-04T17:29:00Z", "2026-04-04T17:35:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-03", "2026-10-02T17:29:00Z", "2026-10-02T17:31:00Z", "2026-10-03T16:59:00Z", "2026-10-03T17:05:30Z")]
    public async Task A_night_drafts_the_day_that_ended_with_its_memos(string zone, string date, string before, string first, string last, string due)
    {
        var user = await LivesInAsync(zone);
        await WriteAsync(user, before, "Still the day before. " + Morning);
        var (one, two) = (await WriteAsync(user, first, Morning), await WriteAsync(user, last, Evening));
        await SleepUntilAsync(user, At(due).AddMinutes(-2).ToString("O"));
        Assert.DoesNotContain(await PagesAsync(user), page => page.Date == Day(date));
        await SleepUntilAsync(user, due);
        var page = Assert.Single(await PagesAsync(user), page => page.Date == Day(date));
        Assert.Equal([one, two], page.GeneratedFromMemoIds);
        Assert.Equal((DiaryState.Draft, DiarySource.Offline, false), (page.State, page.GenerationSource, page.AutoGenerationLocked));
    }

    [Fact]
    public async Task Two_people_have_the_same_date_and_each_their_own_page()
    {
        var (ada, bob) = (await LivesInAsync("UTC"), await LivesInAsync("UTC"));
        foreach (var user in new[] { ada, bob })
        {
            await WriteAsync(user, "2026-05-05T09:00:00Z", Morning);
            await WriteAsync(user, "2026-05-05T19:00:00Z", Evening);
        }
        await SleepUntilAsync(ada, "2026-05-06T04:06:00Z");
        await SleepUntilAsync(bob, "2026-05-06T04:06:00Z");
        var (hers, his) = (Assert.Single(await PagesAsync(ada)), Assert.Single(await PagesAsync(bob)));
        Assert.Equal(hers.Date, his.Date);
        Assert.Empty(hers.GeneratedFromMemoIds.Intersect(his.GeneratedFromMemoIds));
        Assert.Null(await Diaries.FindAsync(bob, hers.Id));
    }

    [Fact]
    public async Task Who_moves_gets_the_day_when_it_is_over_where_they_live_now()
    {
        var user = await LivesInAsync("Asia/Tokyo");
        var (one, two) = (await WriteAsync(user, "2026-05-05T10:00:00Z", Morning), await WriteAsync(user, "2026-05-05T11:00:00Z", Evening));
        await MoveAsync(user, "America/Lima");
        // In Tokyo the day would be over.
        await SleepUntilAsync(user, "2026-05-05T19:06:00Z");
        Assert.Empty(await PagesAsync(user));
        await SleepUntilAsync(user, "2026-05-06T09:06:00Z");
        Assert.Equal([one, two], Assert.Single(await PagesAsync(user)).GeneratedFromMemoIds);
    }
}
