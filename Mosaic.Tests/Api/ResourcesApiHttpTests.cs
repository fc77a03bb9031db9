using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Api;

/// <summary>Files over the API.</summary>
public sealed class ResourcesApiHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_file_goes_up_to_its_memo_and_comes_back_by_range_and_tag()
    {
        var ada = await app.ProgramAsync("ada");
        var memo = await MemoAsync(ada);
        var file = await UploadAsync(ada, "0123456789", memo);
        Assert.Equal(memo, file.GetProperty("memoId").GetGuid());
        var url = file.GetProperty("url").GetString()!;
        var whole = await ada.GetAsync(url);
        Assert.Equal("0123456789", await whole.Content.ReadAsStringAsync());

        using var part = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(3, 5) } };
        var partial = await ada.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "345"), (partial.StatusCode, await partial.Content.ReadAsStringAsync()));
        using var known = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await ada.SendAsync(known)).StatusCode);
        using var beyond = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(100, 200) } };
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await ada.SendAsync(beyond)).StatusCode);
    }

    [Fact]
    public async Task Files_stand_in_the_order_they_came_and_taking_one_off_changes_the_memo()
    {
        var ada = await app.ProgramAsync("ada");
        var memo = await MemoAsync(ada);
        var (first, second) = (await UploadAsync(ada, "first", memo), await UploadAsync(ada, "second", memo));
        var before = await ada.GetAsync($"/api/v1/memos/{memo}");
        Assert.Equal([Id(first), Id(second)], await FilesAsync(before));
        Assert.Equal(HttpStatusCode.NoContent, (await ada.DeleteAsync($"/api/v1/resources/{Id(first)}")).StatusCode);
        var after = await ada.GetAsync($"/api/v1/memos/{memo}");
        Assert.Equal([Id(second)], await FilesAsync(after));
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync($"/api/v1/resources/{Id(first)}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync($"/api/v1/resources/{Id(first)}/content")).StatusCode);
    }

    [Fact]
    public async Task A_file_without_a_memo_is_gone_at_once_when_it_is_deleted()
    {
        var ada = await app.ProgramAsync("ada");
        var file = Id(await UploadAsync(ada, "alone", null));
        Assert.Equal(HttpStatusCode.NoContent, (await ada.DeleteAsync($"/api/v1/resources/{file}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.DeleteAsync($"/api/v1/resources/{file}")).StatusCode);
    }

    [Fact]
    public async Task A_file_for_a_memo_that_is_not_there_is_not_kept()
    {
        var ada = await app.ProgramAsync("ada");
        using var form = new MultipartFormDataContent { { new ByteArrayContent("lost"u8.ToArray()), "file", "a.txt" }, { new StringContent(Guid.NewGuid().ToString()), "memoId" } };
        Assert.Equal(HttpStatusCode.NotFound, (await ada.PostAsync("/api/v1/resources", form)).StatusCode);
        await using var count = app.Database.Source.CreateCommand("SELECT count(*) FROM resources WHERE file_size = 4");
        Assert.Equal(0L, await count.ExecuteScalarAsync());
    }

    private static Guid Id(JsonElement json) => json.GetProperty("id").GetGuid();

    private static async Task<Guid> MemoAsync(HttpClient client) =>
        Id(await (await client.PostAsJsonAsync("/api/v1/memos", new { content = "with files" })).Content.ReadFromJsonAsync<JsonElement>());

    private static async Task<IEnumerable<Guid>> FilesAsync(HttpResponseMessage memo) =>
        [.. (await memo.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("resources").EnumerateArray().Select(Id)];

    private static async Task<JsonElement> UploadAsync(HttpClient client, string text, Guid? memo)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)), "file", "a.txt" } };
        var answer = await client.PostAsync("/api/v1/resources" + (memo is null ? "" : $"?memoId={memo}"), form);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
