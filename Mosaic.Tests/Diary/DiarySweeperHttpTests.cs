using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Diary.CheckIns;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Diary;

public sealed class DiarySweeperHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task What_was_in_the_trash_for_its_time_is_deleted_for_good_and_nothing_else()
    {
        var services = app.Services.CreateScope().ServiceProvider;
        var (diaries, checkIns, ada) = (services.GetRequiredService<DiaryService>(), services.GetRequiredService<CheckInService>(), app.Person("ada").Id);
        var (kept, thrown) = (new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2));
        foreach (var day in new[] { kept, thrown }) Assert.IsType<DiaryResult.Saved>(await diaries.SaveAsync(ada, new DiaryEdit(day, 0) { Summary = "words" }));
        var entry = Guid.CreateVersion7();
        Assert.Null((await checkIns.SaveAsync(ada, new CheckIn(entry, "calm", 6))).Refusal);
        Assert.True(await diaries.TrashAsync(ada, thrown));
        Assert.NotNull(await checkIns.TrashAsync(ada, entry));

        var sweeper = app.Services.GetServices<IHostedService>().OfType<DiarySweeper>().Single();
        app.Clock.Advance(TimeSpan.FromDays(new AppSettings().TrashDays - 1));
        Assert.Equal(0, await sweeper.SweepAsync());
        app.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(2, await sweeper.SweepAsync());
        Assert.Null(await diaries.FindAsync(ada, thrown));
        Assert.NotNull(await diaries.FindAsync(ada, kept));
        Assert.Null(await checkIns.TrashAsync(ada, entry, trashed: false));
    }
}
