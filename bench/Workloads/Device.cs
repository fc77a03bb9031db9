using System.Diagnostics;
using System.Text.Json;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;

namespace Mosaic.Bench.Workloads;

/// <summary>A device that pulls all memos of one person, page by page, over one connection.</summary>
internal sealed class Device(ServerProcess server, string key)
{
    public const int PerPull = 1_000;

    private static readonly string[] Entities = ["memo"];

    public byte[] Ask(string? cursor = null) => Request.Post("/api/v1/sync/pull", JsonSerializer.Serialize(new
    {
        clientId = "bench",
        entities = Entities,
        limit = PerPull,
        cursors = new { memo = cursor },
    }), key);

    /// <summary>Where the device stands when it has everything, and how many memos that is.</summary>
    public (string Cursor, int Memos) PullAll()
    {
        var memos = 0;
        var cursor = Pull(answer =>
        {
            using var json = JsonDocument.Parse(answer.Body.ToArray());
            memos += UpsertedIn(json.RootElement).GetArrayLength();
        });
        return (cursor, memos);
    }

    /// <summary>What one full pull reaches, in memos a second; the times are those of its pages.</summary>
    public Sample Measure(int memos)
    {
        var pages = new List<double>();
        var started = Stopwatch.GetTimestamp();
        var asked = started;
        Pull(_ =>
        {
            var answered = Stopwatch.GetTimestamp();
            pages.Add(Stopwatch.GetElapsedTime(asked, answered).TotalMilliseconds);
            asked = answered;
        });
        return Sample.Of(pages, Stopwatch.GetElapsedTime(started, asked), (double)memos / pages.Count);
    }

    public static JsonElement UpsertedIn(JsonElement answer) => answer.GetProperty("changes").GetProperty("memo").GetProperty("upserted");

    private string Pull(Action<HttpConnection> onPage)
    {
        using var connection = new HttpConnection(server.Address);
        string? cursor = null;
        do
        {
            connection.Exchange(Ask(cursor));
            cursor = Answers.Text(connection.Body, "memo");
            onPage(connection);
        }
        while (Answers.IsTrue(connection.Body, "hasMore"));
        return cursor;
    }
}
