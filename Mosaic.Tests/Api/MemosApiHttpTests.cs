using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Api;

/// <summary>Memos over the API: the rules of the pages, told in status codes.</summary>
public sealed class MemosApiHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_stale_edit_is_409_with_the_memo_as_it_is_now_and_writes_nothing()
    {
        var ada = await app.ProgramAsync("ada");
        var memo = await WriteAsync(ada, "one");
        await PatchAsync(ada, memo, new { content = "two", baseRevision = 1 });
        var stale = await ada.PatchAsJsonAsync($"/api/v1/memos/{memo}", new { content = "mine", baseRevision = 1 });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("two", (await JsonAsync(stale)).GetProperty("current").GetProperty("content").GetString());
        Assert.Equal(2, (await ada.GetFromJsonAsync<JsonElement>($"/api/v1/memos/{memo}")).GetProperty("revisions").GetArrayLength());
    }

    [Fact]
    public async Task If_match_lets_only_the_memo_that_was_seen_be_changed()
    {
        var ada = await app.ProgramAsync("ada");
        var memo = await WriteAsync(ada, "tagged");
        var seen = (await ada.GetAsync($"/api/v1/memos/{memo}")).Headers.ETag!;
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(ada, HttpMethod.Patch, memo, seen, new { isPinned = true })).StatusCode);
        var second = await SendAsync(ada, HttpMethod.Patch, memo, seen, new { content = "late" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        Assert.True((await JsonAsync(second)).GetProperty("current").GetProperty("isPinned").GetBoolean());
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(ada, HttpMethod.Delete, memo, seen, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(ada, HttpMethod.Delete, memo, EntityTagHeaderValue.Any, null)).StatusCode);
    }

    [Fact]
    public async Task Of_many_changes_with_one_etag_exactly_one_is_done()
    {
        var ada = await app.ProgramAsync("ada");
        var memo = await WriteAsync(ada, "raced");
        var seen = (await ada.GetAsync($"/api/v1/memos/{memo}")).Headers.ETag!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => SendAsync(ada, HttpMethod.Patch, memo, seen, new { content = $"text {n}" })));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task What_a_change_leaves_out_stays_and_null_clears()
    {
        var ada = await app.ProgramAsync("ada");
        var memo = await WriteAsync(ada, "a day", new { content = "a day #sun", tags = new[] { "kept" }, diaryDate = "2026-03-01", aiExcluded = true });
        var changed = await PatchAsync(ada, memo, new { isPinned = true });
        Assert.Equal(("2026-03-01", true, 2), (changed.GetProperty("diaryDate").GetString(), changed.GetProperty("aiExcluded").GetBoolean(), changed.GetProperty("tags").GetArrayLength()));
        changed = await PatchAsync(ada, memo, new { diaryDate = (string?)null, tags = (string[]?)null });
        Assert.Equal((JsonValueKind.Null, 1), (changed.GetProperty("diaryDate").ValueKind, changed.GetProperty("tags").GetArrayLength()));
        Assert.True(changed.GetProperty("isPinned").GetBoolean());
        Assert.Equal(1, changed.GetProperty("revisionCount").GetInt32());
    }

    [Fact]
    public async Task Pages_hold_every_memo_once_newest_first_also_at_equal_times()
    {
        var cleo = await app.ProgramAsync("cleo");
        var written = new List<Guid>();
        for (var i = 0; i < 25; i++) written.Add(await WriteAsync(cleo, $"memo {i}", new { content = $"memo {i}", createdAt = "2026-01-01T00:00:00Z" }));
        var (read, cursor) = (new List<Guid>(), (string?)null);
        do
        {
            var page = await cleo.GetFromJsonAsync<JsonElement>("/api/v1/memos?limit=7" + (cursor is null ? "" : "&cursor=" + cursor));
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(memo => memo.GetProperty("id").GetGuid()));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        Assert.Equal(written.Order(), read.Order());
        Assert.Equal(read.Count, read.Distinct().Count());
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_person_and_list_alone_and_cannot_be_made_up()
    {
        var (ada, bob) = (await app.ProgramAsync("ada"), await app.ProgramAsync("bob"));
        for (var i = 0; i < 2; i++) await WriteAsync(ada, $"first {i}");
        var cursor = (await ada.GetFromJsonAsync<JsonElement>("/api/v1/memos?limit=1")).GetProperty("nextCursor").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync($"/api/v1/memos?limit=1&cursor={cursor}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.GetAsync($"/api/v1/memos?limit=1&cursor={cursor}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.GetAsync($"/api/v1/memos?deleted=true&cursor={cursor}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.GetAsync($"/api/v1/memos?cursor={cursor[..^3]}abc")).StatusCode);
    }

    [Fact]
    public async Task Filters_are_those_of_the_list()
    {
        var bob = await app.ProgramAsync("bob");
        await WriteAsync(bob, "work", new { content = "about work #work/mosaic", createdAt = "2026-02-01T10:00:00Z" });
        var archived = await WriteAsync(bob, "old", new { content = "an old thing", createdAt = "2026-02-02T10:00:00Z" });
        await bob.PutAsync($"/api/v1/memos/{archived}/archive", null);
        var trashed = await WriteAsync(bob, "gone", new { content = "a gone thing", createdAt = "2026-02-03T10:00:00Z" });
        await bob.DeleteAsync($"/api/v1/memos/{trashed}");
        Assert.Equal(["about work #work/mosaic"], await TextsAsync(bob, "tag=work"));
        Assert.Equal(["an old thing"], await TextsAsync(bob, "archived=true"));
        Assert.Equal(["a gone thing"], await TextsAsync(bob, "deleted=true"));
        Assert.Equal(["about work #work/mosaic"], await TextsAsync(bob, "q=WORK"));
        Assert.Equal(["about work #work/mosaic"], await TextsAsync(bob, "from=2026-02-01&to=2026-02-02"));
        Assert.Empty(await TextsAsync(bob, "from=2026-02-01T10:00:01Z"));
        await bob.PostAsync($"/api/v1/memos/{trashed}/restore", null);
        Assert.Empty(await TextsAsync(bob, "deleted=true"));
    }

    [Fact]
    public async Task A_memo_is_not_from_the_future_nor_from_before_anybody_lived()
    {
        var ada = await app.ProgramAsync("ada");
        var memo = await ada.GetFromJsonAsync<JsonElement>($"/api/v1/memos/{await WriteAsync(ada, "tomorrow", new { content = "tomorrow", createdAt = "2999-01-01T00:00:00Z" })}");
        Assert.True(memo.GetProperty("createdAt").GetDateTimeOffset() <= app.Clock.GetUtcNow());
        Assert.Equal((HttpStatusCode)422, (await ada.PostAsJsonAsync("/api/v1/memos", new { content = "x", createdAt = "0001-01-01T00:00:00Z" })).StatusCode);
        Assert.Equal((HttpStatusCode)422, (await ada.PostAsJsonAsync("/api/v1/memos", new { content = new string('x', 100_001) })).StatusCode);
        Assert.Equal((HttpStatusCode)422, (await ada.PostAsJsonAsync("/api/v1/memos", new { content = "  " })).StatusCode);
    }

    private static async Task<List<string>> TextsAsync(HttpClient client, string query) =>
        [.. (await client.GetFromJsonAsync<JsonElement>("/api/v1/memos?" + query)).GetProperty("items").EnumerateArray().Select(memo => memo.GetProperty("content").GetString()!)];

    private static async Task<Guid> WriteAsync(HttpClient client, string content, object? whole = null)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/memos", whole ?? new { content });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await JsonAsync(answer)).GetProperty("id").GetGuid();
    }

    private static async Task<JsonElement> PatchAsync(HttpClient client, Guid memo, object change)
    {
        var answer = await client.PatchAsJsonAsync($"/api/v1/memos/{memo}", change);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await JsonAsync(answer);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, Guid memo, EntityTagHeaderValue etag, object? change)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/memos/{memo}") { Content = change is null ? null : JsonContent.Create(change) };
        request.Headers.IfMatch.Add(etag);
        return await client.SendAsync(request);
    }

    private static Task<JsonElement> JsonAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>();
}
