using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Api;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Diary.CheckIns;
using Mosaic.Web.Features.Diary.Editor;
using Mosaic.Web.Features.Diary.History;
using Mosaic.Web.Features.Diary.Moods;

namespace Mosaic.Tests.Diary;

/// <summary>A day is everybody's; what is on it is one person's.</summary>
public sealed class DiaryAccessHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    private const string Secret = "the quiet heron";

    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public async Task On_adas_day_bob_finds_his_own_and_nothing_of_hers()
    {
        var id = await AdasDayAsync();
        var client = await app.SignInAsync("bob");
        foreach (var address in new[] { "/diary?day=2026-03-01", "/diary/2026-03-01" })
        {
            var page = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.DoesNotContain(Secret, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        var program = await app.ProgramAsync("bob");
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/api/v1/diaries/2026-03-01")).StatusCode);
        Assert.Equal(0, (await program.GetFromJsonAsync<JsonElement>("/api/v1/diaries?from=2026-02-01&to=2026-03-31")).GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await program.GetFromJsonAsync<JsonElement>("/api/v1/stats/mood?from=2026-02-01&to=2026-03-31")).GetProperty("dayCount").GetInt32());

        var services = app.Services.CreateScope().ServiceProvider;
        var bob = app.Person("bob").Id;
        Assert.Null(await services.GetRequiredService<DiaryService>().FindAsync(bob, id));
        Assert.False(await services.GetRequiredService<DiaryService>().TrashAsync(bob, Day));
        Assert.Empty(await services.GetRequiredService<DiaryHistory>().ListAsync(bob, Day));
        Assert.Empty(await services.GetRequiredService<CheckInService>().ListAsync(bob, Day, Day));
        Assert.DoesNotContain(await services.GetRequiredService<MoodService>().ListAsync(bob), mood => mood.Name == "curious");
        Assert.Null(await services.GetRequiredService<PageDrafts>().FindAsync(bob, Day));
    }

    [Fact]
    public async Task What_bob_writes_on_the_same_day_leaves_hers_alone()
    {
        await AdasDayAsync();
        var answer = await (await app.ProgramAsync("bob")).PutAsJsonAsync("/api/v1/diaries/2026-03-01", new { summary = "bob's own", moodScore = 3 });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var hers = await (await app.ProgramAsync("ada")).GetFromJsonAsync<JsonElement>("/api/v1/diaries/2026-03-01");
        Assert.Equal(Secret, hers.GetProperty("summary").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await (await app.ProgramAsync("bob")).DeleteAsync("/api/v1/diaries/2026-03-01")).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await (await app.ProgramAsync("ada")).GetFromJsonAsync<JsonElement>("/api/v1/diaries/2026-03-01")).GetProperty("deletedAt").ValueKind);
        var services = app.Services.CreateScope().ServiceProvider;
        await services.GetRequiredService<DiaryService>().PurgeAsync(app.Person("bob").Id, Day);
    }

    private async Task<Guid> AdasDayAsync()
    {
        var services = app.Services.CreateScope().ServiceProvider;
        var ada = app.Person("ada").Id;
        var moods = services.GetRequiredService<MoodService>();
        if ((await moods.ListAsync(ada)).All(mood => mood.Name != "curious")) Assert.Null(await moods.SaveAsync(ada, new OwnMood(null, "curious", "#336699", 4)));
        Assert.Null((await services.GetRequiredService<CheckInService>().SaveAsync(ada, new CheckIn(Guid.CreateVersion7(), "calm", 7, Secret, new(Day, new(12, 0), TimeSpan.Zero)))).Refusal);
        Assert.Null(await services.GetRequiredService<PageDrafts>().KeepAsync(ada, Day, Secret + " unsaved", 1));
        return Assert.IsType<DiaryResult.Saved>(await services.GetRequiredService<DiaryService>().SaveAsync(ada, new DiaryEdit(Day, 0) { Summary = Secret, MoodScore = 8, Overwrite = true })).Page.Id;
    }
}
