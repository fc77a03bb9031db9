using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Api;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Diary;

public sealed class DiarySearchHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_page_is_found_by_its_words_its_mood_and_its_day_and_only_by_its_person()
    {
        var (ada, bob) = (await app.ProgramAsync("ada"), await app.ProgramAsync("bob"));
        (await ada.PutAsJsonAsync("/api/v1/diaries/2026-03-01", new { summary = "The Heron was *back* at the pond.", moodKey = "calm" })).EnsureSuccessStatusCode();
        foreach (var query in new[] { "heron", "herons in:diary", "heron mood:calm", "pond on:2026-03-01" })
        {
            var hit = Assert.Single((await FindAsync(ada, query)).EnumerateArray());
            Assert.Equal("diary", hit.GetProperty("kind").GetString());
            Assert.StartsWith("The Heron was back", hit.GetProperty("title").GetString(), StringComparison.Ordinal);
        }
        foreach (var query in new[] { "heron in:memo", "heron mood:joy", "heron on:2026-03-02" }) Assert.Equal(0, (await FindAsync(ada, query)).GetArrayLength());
        Assert.Equal(0, (await FindAsync(bob, "heron")).GetArrayLength());

        var page = await (await app.SignInAsync("ada")).GetStringAsync("/search?q=heron");
        Assert.Contains("href=\"/diary/2026-03-01\"", page, StringComparison.Ordinal);
        (await ada.DeleteAsync("/api/v1/diaries/2026-03-01")).EnsureSuccessStatusCode();
        Assert.Equal(0, (await FindAsync(ada, "heron")).GetArrayLength());
    }

    private static async Task<JsonElement> FindAsync(HttpClient program, string query) =>
        (await program.GetFromJsonAsync<JsonElement>("/api/v1/search?q=" + Uri.EscapeDataString(query))).GetProperty("items");
}
