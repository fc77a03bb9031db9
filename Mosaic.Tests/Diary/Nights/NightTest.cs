using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Accounts;
using Mosaic.Data.Diary;
using Mosaic.Data.Jobs;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Diary.Nights;

/// <summary>Tests in a house whose clock is moved over nights, with the jobs of the app running.</summary>
public abstract class NightTest(AiHouse house) : AiHouseTest(house)
{
    /// <summary>Long enough that two make a draft.</summary>
    protected const string Morning = "Ran along the lake before breakfast, seven kilometres in the first light, and felt wonderful afterwards.";

    protected const string Evening = "Cooked dumplings with mother in the evening; she told the story of the lost suitcase and we laughed.";

    protected DiaryService Diaries => House.Get<DiaryService>();

    protected DiaryReading Reading => House.Get<DiaryReading>();

    protected static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    protected static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    protected async Task<Guid> LivesInAsync(string zone)
    {
        var user = await House.PersonAsync();
        await MoveAsync(user, zone);
        return user;
    }

    protected async Task MoveAsync(Guid user, string zone)
    {
        await using var db = House.App.Database.CreateDbContext();
        await db.Set<User>().Where(row => row.Id == user).ExecuteUpdateAsync(set => set.SetProperty(row => row.TimeZone, zone));
        await House.Get<Live>().AnnounceAsync(Topics.Account(user), "profile");
    }

    /// <summary>As if the clock showed this time when it was written, or when it was written down later.</summary>
    protected async Task<Guid> WriteAsync(Guid user, string at, string text, bool excluded = false, string? writtenDown = null)
    {
        House.App.Clock.Set(At(writtenDown ?? at));
        var id = Guid.CreateVersion7();
        Assert.IsType<SaveResult.Saved>(await House.Get<MemoService>().SaveAsync(user, new MemoEdit(id, text, null, excluded, 0) { CreatedAt = At(at) }));
        return id;
    }

    /// <summary>Lets the clock show this time, and waits until nothing that is due is left to do.</summary>
    protected async Task SleepUntilAsync(Guid user, string at)
    {
        House.App.Clock.Set(At(at));
        await WakeAsync();
        await Eventually.HoldsAsync(async () =>
        {
            var now = House.App.Clock.GetUtcNow();
            return (await House.AllJobsAsync(user)).TrueForAll(job => job.Status != JobStatus.Running && (job.Status != JobStatus.Pending || job.RunAfter > now.AddSeconds(1)));
        });
    }

    /// <summary>Workers sleep by real time: one that was told the old time is woken.</summary>
    protected async Task WakeAsync()
    {
        await using var db = House.App.Database.CreateDbContext();
        await db.Database.ExecuteSqlAsync($$"""SELECT pg_notify('mosaic_live', '{"Process":"","Topic":"jobs","Payload":""}')""");
    }

    protected async Task<List<DiaryPage>> PagesAsync(Guid user)
    {
        await using var db = House.App.Database.CreateDbContext();
        return await db.DiaryPages.AsNoTracking().Where(page => page.UserId == user).OrderBy(page => page.Date).ToListAsync();
    }

    protected async Task<DiaryNight?> NightAsync(Guid user, DateOnly date)
    {
        await using var db = House.App.Database.CreateDbContext();
        return await db.DiaryNights.AsNoTracking().SingleOrDefaultAsync(night => night.UserId == user && night.Date == date);
    }
}
