using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Tests.Sync;

/// <summary>Asks and sends by hand, for tests of single answers.</summary>
internal sealed class SyncProgram(HttpClient http)
{
    public static SyncChange Change(Guid id, object? data, int baseRevision = 0, string? changeId = null, string op = SyncChange.Upsert) => new(
        Memo.EntityName, id, op, changeId ?? Guid.NewGuid().ToString("N"), baseRevision, data is null ? null : JsonSerializer.SerializeToElement(data, JsonSerializerOptions.Web));

    public Task<HttpResponseMessage> SendAsync(string operation, object body) => http.PostAsJsonAsync("/api/v1/sync/" + operation, body, JsonSerializerOptions.Web);

    public async Task<JsonElement> PullAsync(object? cursors = null, int limit = 500) => await ReadAsync(await SendAsync("pull", new { clientId = "desk", cursors, limit }));

    public async Task<List<JsonElement>> PushAsync(params SyncChange[] changes) =>
        [.. (await ReadAsync(await SendAsync("push", new { clientId = "desk", changes }))).GetProperty("results").EnumerateArray()];

    public static string StatusOf(JsonElement result) => result.GetProperty("status").GetString()!;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
