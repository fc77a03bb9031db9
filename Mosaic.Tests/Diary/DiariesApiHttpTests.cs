using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Api;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Diary;

public sealed class DiariesApiHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_page_is_written_read_listed_changed_and_thrown_away()
    {
        var ada = await app.ProgramAsync("ada");
        var written = await ada.PutAsJsonAsync("/api/v1/diaries/2026-01-02", new { summary = "Frost.", moodKey = "calm", moodScore = 6 });
        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        var page = await ada.GetFromJsonAsync<JsonElement>("/api/v1/diaries/2026-01-02");
        Assert.Equal(("Frost.", "calm", 6, "manual", "kept", true), (page.GetProperty("summary").GetString(), page.GetProperty("moodKey").GetString(), page.GetProperty("moodScore").GetInt32(),
            page.GetProperty("source").GetString(), page.GetProperty("state").GetString(), page.GetProperty("isLocked").GetBoolean()));
        Assert.Single((await ada.GetFromJsonAsync<JsonElement>("/api/v1/diaries?from=2026-01-02&to=2026-01-02")).GetProperty("items").EnumerateArray());

        var stale = await ada.PutAsJsonAsync("/api/v1/diaries/2026-01-02", new { summary = "Thaw.", baseRevision = 0 });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("Frost.", (await stale.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("current").GetProperty("summary").GetString());
        var off = await ada.PutAsJsonAsync("/api/v1/diaries/2026-01-02", new Dictionary<string, object?> { ["moodKey"] = null, ["baseRevision"] = 1 });
        Assert.Equal(JsonValueKind.Null, (await off.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("moodKey").ValueKind);

        Assert.Equal(HttpStatusCode.NoContent, (await ada.DeleteAsync("/api/v1/diaries/2026-01-02")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.DeleteAsync("/api/v1/diaries/2026-01-02")).StatusCode);
        Assert.Empty((await ada.GetFromJsonAsync<JsonElement>("/api/v1/diaries?from=2026-01-02&to=2026-01-02")).GetProperty("items").EnumerateArray());
        Assert.NotEqual(JsonValueKind.Null, (await ada.GetFromJsonAsync<JsonElement>("/api/v1/diaries/2026-01-02")).GetProperty("deletedAt").ValueKind);
    }

    [Fact]
    public async Task If_Match_lets_through_only_what_was_seen()
    {
        var ada = await app.ProgramAsync("ada");
        var tag = (await ada.PutAsJsonAsync("/api/v1/diaries/2026-01-03", new { summary = "One." })).Headers.ETag!;
        Assert.Equal(HttpStatusCode.OK, (await ada.PutAsJsonAsync("/api/v1/diaries/2026-01-03", new { summary = "Two." })).StatusCode);
        using var change = new HttpRequestMessage(HttpMethod.Put, "/api/v1/diaries/2026-01-03") { Content = JsonContent.Create(new { summary = "Three." }), Headers = { IfMatch = { tag } } };
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ada.SendAsync(change)).StatusCode);
        using var delete = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/diaries/2026-01-03") { Headers = { IfMatch = { tag } } };
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ada.SendAsync(delete)).StatusCode);
        using var any = new HttpRequestMessage(HttpMethod.Put, "/api/v1/diaries/2026-01-03") { Content = JsonContent.Create(new { summary = "Three." }), Headers = { IfMatch = { EntityTagHeaderValue.Any } } };
        Assert.Equal(HttpStatusCode.OK, (await ada.SendAsync(any)).StatusCode);
    }

    [Theory]
    [InlineData("diaries?from=2026-02-30")]
    [InlineData("diaries?from=2026-03-02&to=2026-03-01")]
    [InlineData("diaries?from=2020-01-01&to=2026-03-01")]
    [InlineData("stats/mood?to=yesterday")]
    [InlineData("stats/mood?from=0001-01-01&to=0001-01-05")]
    public async Task Days_that_make_no_sense_are_400(string address) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await (await app.ProgramAsync("ada")).GetAsync("/api/v1/" + address)).StatusCode);

    [Fact]
    public async Task Stats_count_days_with_their_moods()
    {
        var bob = await app.ProgramAsync("bob");
        foreach (var (day, mood, score) in new[] { ("04", "joy", 9), ("05", "joy", 8), ("06", "tired", 4) })
            Assert.Equal(HttpStatusCode.OK, (await bob.PutAsJsonAsync($"/api/v1/diaries/2026-01-{day}", new { moodKey = mood, moodScore = score })).StatusCode);
        var stats = await bob.GetFromJsonAsync<JsonElement>("/api/v1/stats/mood?from=2026-01-01&to=2026-01-31");
        Assert.Equal((3, 7.0), (stats.GetProperty("dayCount").GetInt32(), stats.GetProperty("averageScore").GetDouble()));
        Assert.Equal([("joy", 2), ("tired", 1)], stats.GetProperty("moods").EnumerateArray().Select(mood => (mood.GetProperty("moodKey").GetString()!, mood.GetProperty("days").GetInt32())));
    }

    [Fact]
    public async Task A_draft_is_asked_for_and_appears()
    {
        var cleo = await app.ProgramAsync("cleo");
        Assert.Equal(HttpStatusCode.NotFound, (await cleo.PostAsync("/api/v1/diaries/2026-01-07/generate", null)).StatusCode);
        foreach (var text in new[] { "Ran by the lake in the first light and felt wonderful.", "Cooked dumplings with mother in the evening." })
            Assert.Equal(HttpStatusCode.Created, (await cleo.PostAsJsonAsync("/api/v1/memos", new { content = text, createdAt = "2026-01-07T12:00:00Z" })).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await cleo.PostAsync("/api/v1/diaries/2026-01-07/generate", null)).StatusCode);
        await Eventually.HoldsAsync(async () => (await cleo.GetAsync("/api/v1/diaries/2026-01-07")).StatusCode == HttpStatusCode.OK);
        var page = await cleo.GetFromJsonAsync<JsonElement>("/api/v1/diaries/2026-01-07");
        Assert.Equal(("draft", "offline", 2), (page.GetProperty("state").GetString(), page.GetProperty("source").GetString(), page.GetProperty("memoIds").GetArrayLength()));
        Assert.All(page.GetProperty("sentences").EnumerateArray(), sentence => Assert.NotEmpty(sentence.GetProperty("memoIds").EnumerateArray()));
    }
}
