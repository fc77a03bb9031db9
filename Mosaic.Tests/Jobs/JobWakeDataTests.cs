using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Mosaic.Data.Jobs;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Jobs;

/// <summary>Work begins as soon as it is put in, and who waits for it asks nothing.</summary>
[Collection(Alone.Name)]
public sealed class JobWakeDataTests(TestCluster cluster, ITestOutputHelper output) : JobTest(cluster)
{
    private const int Jobs = 300;

    [Fact]
    public async Task Work_begins_within_200_ms_of_the_commit_and_not_before()
    {
        var began = new ConcurrentDictionary<int, long>();
        await StartAsync((run, _) =>
        {
            began[run.Payload<Number>().N] = Stopwatch.GetTimestamp();
            return Task.FromResult(JobResult.Done);
        });
        var dice = new Random(1);
        var waits = new List<double>();
        await using var db = Database.CreateDbContext();
        for (var number = 0; number < Jobs; number++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancelled);
            await db.EnqueueAsync([Work(payload: JobPayload.Of(new Number(number)))], Clock.GetUtcNow(), Cancelled);
            await Task.Delay(dice.Next(12), Cancelled);
            Assert.False(began.ContainsKey(number), "It began before the commit.");
            var committed = Stopwatch.GetTimestamp();
            await transaction.CommitAsync(Cancelled);
            await Until.TrueAsync(() => began.ContainsKey(number));
            waits.Add(Stopwatch.GetElapsedTime(committed, began[number]).TotalMilliseconds);
        }
        waits.Sort();
        var ninetyNinth = waits[Jobs * 99 / 100];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Jobs} jobs: p50 {waits[Jobs / 2]:0.0} ms, p99 {ninetyNinth:0.0} ms, longest {waits[^1]:0.0} ms"));
        Assert.True(ninetyNinth < 200, $"p99 is {ninetyNinth:0} ms.");
    }

    [Fact]
    public async Task A_worker_that_waits_asks_the_database_next_to_nothing()
    {
        var process = await StartAsync(() => Task.FromResult(JobResult.Done));
        await EnqueueAsync(Work());
        await EndedAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), Cancelled);
        var before = process.Log.Statements;
        Assert.True(before > 3, "The statements are not counted.");
        await Task.Delay(TimeSpan.FromSeconds(4), Cancelled);
        var asked = process.Log.Statements - before;
        output.WriteLine($"{asked} statements in 4 s");
        // One look for dead workers in ten seconds, and one for lost news in thirty.
        Assert.InRange(asked, 0, 2);
    }

    [Fact]
    public async Task Work_for_later_begins_at_its_time_though_nothing_else_happens()
    {
        var began = new TaskCompletionSource();
        await StartAsync(() =>
        {
            began.TrySetResult();
            return Task.FromResult(JobResult.Done);
        });
        await EnqueueAsync(Work() with { RunAfter = Clock.GetUtcNow().AddSeconds(1.5) });
        await Task.Delay(TimeSpan.FromSeconds(1), Cancelled);
        Assert.False(began.Task.IsCompleted);
        await began.Task.WaitAsync(TimeSpan.FromSeconds(1.5), Cancelled);
    }

    [Fact]
    public async Task Many_at_once_are_done_by_as_many_as_may_and_a_worker_that_meets_trouble_goes_on()
    {
        var (at, most, runs) = (0, 0, 0);
        var process = await StartAsync(async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref at));
            await Task.Delay(20, Cancelled);
            Interlocked.Decrement(ref at);
            Interlocked.Increment(ref runs);
            return JobResult.Done;
        }, Quick with { Workers = 6 });
        await EnqueueAsync([.. Enumerable.Range(0, 120).Select(_ => Work())]);
        await Until.TrueAsync(() => runs > 30);
        await ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await EndedAsync();
        Assert.Equal(6, most);
        Assert.All(await JobsAsync(), job => Assert.Equal(JobStatus.Done, job.Status));
        Assert.NotEmpty(process.Log.Lines);
    }

    private sealed record Number(int N);
}
