using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Api;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Diary;

/// <summary>What devices pull and push of a diary.</summary>
public sealed class DiarySyncHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_page_and_a_check_in_of_one_device_reach_the_other()
    {
        var ada = await app.ProgramAsync("ada");
        var (page, entry) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var results = await PushAsync(ada,
            new { entity = "diary", id = page, op = "upsert", clientChangeId = "1", baseRevision = 0, data = new { date = "2026-02-01", summary = "On the train.", moodKey = "calm", moodScore = 6 } },
            new { entity = "moodEntry", id = entry, op = "upsert", clientChangeId = "2", data = new { moodKey = "tired", score = 4, note = "late", at = "2026-02-01T20:00:00Z" } });
        Assert.Equal(["applied", "applied"], results.Select(result => result.GetProperty("status").GetString()));
        var changes = (await PullAsync(ada)).GetProperty("changes");
        var pulled = Assert.Single(changes.GetProperty("diary").GetProperty("upserted").EnumerateArray(), row => row.GetProperty("id").GetGuid() == page);
        Assert.Equal(("2026-02-01", "On the train.", "kept"), (pulled.GetProperty("date").GetString(), pulled.GetProperty("summary").GetString(), pulled.GetProperty("state").GetString()));
        Assert.Contains(changes.GetProperty("moodEntry").GetProperty("upserted").EnumerateArray(), row => row.GetProperty("id").GetGuid() == entry && row.GetProperty("date").GetString() == "2026-02-01");
        Assert.Contains(changes.GetProperty("diaryRevision").GetProperty("upserted").EnumerateArray(), row => row.GetProperty("diaryId").GetGuid() == page);
    }

    [Fact]
    public async Task Two_devices_that_begin_one_day_meet_in_a_conflict_and_no_text_is_lost()
    {
        var ada = await app.ProgramAsync("ada");
        object Begin(string change, string summary) =>
            new { entity = "diary", id = Guid.CreateVersion7(), op = "upsert", clientChangeId = change, baseRevision = 0, data = new { date = "2026-02-02", summary } };
        Assert.Equal("applied", (await PushAsync(ada, Begin("a", "From the phone.")))[0].GetProperty("status").GetString());
        var met = (await PushAsync(ada, Begin("b", "From the laptop.")))[0];
        Assert.Equal("conflict", met.GetProperty("status").GetString());
        Assert.Equal("From the phone.", met.GetProperty("current").GetProperty("summary").GetString());
    }

    [Fact]
    public async Task A_stale_delete_is_a_conflict_and_a_good_one_trashes()
    {
        var ada = await app.ProgramAsync("ada");
        var id = Guid.CreateVersion7();
        await PushAsync(ada, new { entity = "diary", id, op = "upsert", clientChangeId = "c", baseRevision = 0, data = new { date = "2026-02-03", summary = "One." } });
        await PushAsync(ada, new { entity = "diary", id, op = "upsert", clientChangeId = "d", baseRevision = 1, data = new { summary = "Two." } });
        Assert.Equal("conflict", (await PushAsync(ada, new { entity = "diary", id, op = "delete", clientChangeId = "e", baseRevision = 1 }))[0].GetProperty("status").GetString());
        Assert.Equal("applied", (await PushAsync(ada, new { entity = "diary", id, op = "delete", clientChangeId = "f", baseRevision = 2 }))[0].GetProperty("status").GetString());
        Assert.NotEqual(JsonValueKind.Null, (await ada.GetFromJsonAsync<JsonElement>("/api/v1/diaries/2026-02-03")).GetProperty("deletedAt").ValueKind);
    }

    [Fact]
    public async Task Nonsense_and_what_is_somebody_elses_is_refused()
    {
        var (ada, bob) = (await app.ProgramAsync("ada"), await app.ProgramAsync("bob"));
        var (page, entry) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await PushAsync(ada,
            new { entity = "diary", id = page, op = "upsert", clientChangeId = "g", baseRevision = 0, data = new { date = "2026-02-04", summary = "Hers." } },
            new { entity = "moodEntry", id = entry, op = "upsert", clientChangeId = "h", data = new { moodKey = "calm", score = 7 } });
        var results = await PushAsync(bob,
            new { entity = "diary", id = page, op = "upsert", clientChangeId = "1", baseRevision = 1, data = new { date = "2026-02-04", summary = "Stolen." } },
            new { entity = "moodEntry", id = entry, op = "upsert", clientChangeId = "2", data = new { moodKey = "anger", score = 1 } },
            new { entity = "moodEntry", id = entry, op = "delete", clientChangeId = "3" },
            new { entity = "diary", id = Guid.CreateVersion7(), op = "upsert", clientChangeId = "4", data = new { summary = "Of no day." } },
            new { entity = "diary", id = Guid.CreateVersion7(), op = "upsert", clientChangeId = "5", data = new { date = "2026-02-04", moodScore = 42 } });
        Assert.DoesNotContain("applied", new[] { results[0], results[1], results[3], results[4] }.Select(result => result.GetProperty("status").GetString()));
        Assert.Equal("Hers.", (await ada.GetFromJsonAsync<JsonElement>("/api/v1/diaries/2026-02-04")).GetProperty("summary").GetString());
        var mine = (await PullAsync(ada)).GetProperty("changes").GetProperty("moodEntry").GetProperty("upserted").EnumerateArray().Single(row => row.GetProperty("id").GetGuid() == entry);
        Assert.Equal(("calm", JsonValueKind.Null), (mine.GetProperty("moodKey").GetString(), mine.GetProperty("deletedAt").ValueKind));
    }

    private static async Task<List<JsonElement>> PushAsync(HttpClient program, params object[] changes)
    {
        var answer = await program.PostAsJsonAsync("/api/v1/sync/push", new { clientId = "phone", changes });
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray()];
    }

    private static async Task<JsonElement> PullAsync(HttpClient program)
    {
        var answer = await program.PostAsJsonAsync("/api/v1/sync/pull", new { clientId = "laptop", cursors = new { }, limit = 500 });
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
