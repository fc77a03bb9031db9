using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Data.Accounts;
using Mosaic.Data.Diary;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary.CheckIns;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Diary;

public sealed class CheckInDataTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;
    private readonly CheckInService _checkIns;

    public CheckInDataTests(TestDatabase database)
    {
        _database = database;
        var live = new Live(database.Source, NullLogger<Live>.Instance);
        _checkIns = new CheckInService(database, new People(database, live, TimeProvider.System), live, TimeProvider.System);
    }

    [Fact]
    public async Task A_check_in_belongs_to_the_diary_day_where_the_person_is()
    {
        var ada = await LivesInAsync("Asia/Kathmandu");
        var night = await SavedAsync(ada, new CheckIn(Guid.CreateVersion7(), "tired", 3, " late ", At("2026-03-01T22:00:00Z")));
        Assert.Equal((new DateOnly(2026, 3, 1), "late"), (night.Date, night.Note));
        Assert.Equal(new DateOnly(2026, 3, 2), (await SavedAsync(ada, new CheckIn(Guid.CreateVersion7(), "calm", 6, null, At("2026-03-01T22:16:00Z")))).Date);
        Assert.Equal(["tired", "calm"], (await _checkIns.ListAsync(ada, new(2026, 3, 1), new(2026, 3, 2))).Select(entry => entry.MoodKey));
    }

    [Fact]
    public async Task Correcting_one_keeps_its_time_and_a_time_to_come_is_now()
    {
        var ada = await LivesInAsync("UTC");
        var id = Guid.CreateVersion7();
        await SavedAsync(ada, new CheckIn(id, "tired", 3, null, At("2026-03-01T12:00:00Z")));
        var corrected = await SavedAsync(ada, new CheckIn(id, "calm", 6, "rested", At("2026-03-05T12:00:00Z")));
        Assert.Equal(("calm", At("2026-03-01T12:00:00Z")), (corrected.MoodKey, corrected.At));
        var now = TimeProvider.System.GetUtcNow();
        Assert.InRange((await SavedAsync(ada, new CheckIn(Guid.CreateVersion7(), "joy", 9, null, now.AddYears(1)))).At, now, now.AddMinutes(1));
    }

    [Fact]
    public async Task What_it_cannot_be_and_what_is_another_persons_is_refused()
    {
        var (ada, bob) = (await LivesInAsync("UTC"), await LivesInAsync("UTC"));
        var id = Guid.CreateVersion7();
        await SavedAsync(ada, new CheckIn(id, "calm", 6));
        Assert.NotNull((await _checkIns.SaveAsync(ada, new CheckIn(Guid.CreateVersion7(), "euphoric", 6))).Refusal);
        Assert.NotNull((await _checkIns.SaveAsync(ada, new CheckIn(Guid.CreateVersion7(), "calm", 0))).Refusal);
        Assert.NotNull((await _checkIns.SaveAsync(ada, new CheckIn(Guid.CreateVersion7(), "calm", 5, new string('x', MoodEntry.MaxNote + 1)))).Refusal);
        Assert.NotNull((await _checkIns.SaveAsync(bob, new CheckIn(id, "anger", 1))).Refusal);
        Assert.Null(await _checkIns.TrashAsync(bob, id));
        Assert.Equal("calm", Assert.Single(await _checkIns.ListAsync(ada, DateOnly.MinValue, DateOnly.MaxValue)).MoodKey);
    }

    [Fact]
    public async Task Taken_away_it_comes_back_once()
    {
        var ada = await LivesInAsync("UTC");
        var id = Guid.CreateVersion7();
        await SavedAsync(ada, new CheckIn(id, "calm", 6));
        Assert.NotNull(await _checkIns.TrashAsync(ada, id));
        Assert.Null(await _checkIns.TrashAsync(ada, id));
        Assert.Empty(await _checkIns.ListAsync(ada, DateOnly.MinValue, DateOnly.MaxValue));
        Assert.NotNull(await _checkIns.TrashAsync(ada, id, trashed: false));
        Assert.Single(await _checkIns.ListAsync(ada, DateOnly.MinValue, DateOnly.MaxValue));
    }

    private async Task<MoodEntry> SavedAsync(Guid user, CheckIn checkIn)
    {
        var result = await _checkIns.SaveAsync(user, checkIn);
        Assert.Null(result.Refusal);
        return result.Entry!;
    }

    private async Task<Guid> LivesInAsync(string zone)
    {
        var user = await _database.AddPersonAsync();
        await using var db = _database.CreateDbContext();
        await db.Set<User>().Where(row => row.Id == user).ExecuteUpdateAsync(set => set.SetProperty(row => row.TimeZone, zone));
        return user;
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
