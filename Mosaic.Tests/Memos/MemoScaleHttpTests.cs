using System.Diagnostics;
using System.Globalization;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Memos;

/// <summary>20,000 memos of one person, one every two hours. Times are the best of several, since other tests share the machine.</summary>
[Collection(Alone.Name)]
public sealed class MemoScaleHttpTests(MosaicApp app, ITestOutputHelper output) : IClassFixture<MosaicApp>
{
    private const int Memos = 20_000;
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(150);

    [Fact]
    public async Task The_first_and_the_oldest_page_of_20_000_memos_come_within_150_ms()
    {
        await FillAsync();
        var ada = await app.SignInAsync("ada");
        // Up to the end of the day after the oldest memo's: whatever the hour, fewer memos than a page holds.
        var oldest = app.Clock.GetUtcNow().AddHours(-2 * Memos + 24).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var first = await BestAsync(ada, "/", "memo number 1 ");
        var last = await BestAsync(ada, $"/?to={oldest}", $"memo number {Memos} ");
        output.WriteLine($"first page {first.TotalMilliseconds:0} ms, oldest page {last.TotalMilliseconds:0} ms, both prerendered whole");
        Assert.True(first < Budget, $"The first page took {first.TotalMilliseconds:0} ms.");
        Assert.True(last < Budget, $"The oldest page took {last.TotalMilliseconds:0} ms.");
    }

    [Fact]
    public async Task A_page_deep_in_the_list_is_read_by_its_index()
    {
        await FillAsync();
        await using var explain = app.Database.Source.CreateCommand("""
            EXPLAIN SELECT id FROM memos WHERE user_id = $1 AND deleted_at IS NULL AND NOT is_archived AND NOT is_pinned
              AND (created_at, id) < ($2, $3) ORDER BY created_at DESC, id DESC LIMIT 31
            """);
        explain.Parameters.AddWithValue(app.Person("ada").Id);
        explain.Parameters.AddWithValue(app.Clock.GetUtcNow().AddHours(-30_000));
        explain.Parameters.AddWithValue(Guid.Empty);
        var plan = new List<string>();
        await using (var reader = await explain.ExecuteReaderAsync())
            while (await reader.ReadAsync()) plan.Add(reader.GetString(0));
        Assert.Contains(plan, line => line.Contains("memos_list", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Sort", StringComparison.Ordinal));
    }

    private static async Task<TimeSpan> BestAsync(HttpClient person, string address, string expected)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 12; round++)
        {
            var watch = Stopwatch.StartNew();
            var page = await person.GetStringAsync(address);
            best = watch.Elapsed < best ? watch.Elapsed : best;
            Assert.Contains(expected, page, StringComparison.Ordinal);
        }
        return best;
    }

    private Task FillAsync() => ManyMemos.FillAsync(app, "ada", Memos);
}
