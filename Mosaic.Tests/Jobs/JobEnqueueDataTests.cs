using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Jobs;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Jobs;

public sealed class JobEnqueueDataTests(TestCluster cluster) : JobTest(cluster)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_job_is_there_when_the_transaction_it_was_put_in_commits(bool commits)
    {
        await using var db = Database.CreateDbContext();
        await using (var transaction = await db.Database.BeginTransactionAsync(Cancelled))
        {
            await db.EnqueueAsync([Work("one"), Work("two")], Clock.GetUtcNow(), Cancelled);
            Assert.Empty(await JobsAsync());
            if (commits) await transaction.CommitAsync(Cancelled);
        }
        Assert.Equal(commits ? ["one", "two"] : [], (await JobsAsync()).Select(job => job.DedupeKey));
    }

    [Fact]
    public async Task The_same_work_waits_once_with_the_earlier_time_and_the_newest_payload()
    {
        var now = Clock.GetUtcNow();
        await EnqueueAsync(Work("memo", payload: """{"n":1}""") with { RunAfter = now.AddHours(1) });
        var first = await JobAsync();
        await EnqueueAsync(Work("memo", payload: """{"n":2}""") with { RunAfter = now.AddHours(2) });
        Assert.Equal((first.Id, first.RunAfter, """{"n": 2}"""), Facts(await JobAsync()));
        await EnqueueAsync(Work("memo", payload: """{"n":3}"""));
        var last = await JobAsync();
        Assert.Equal((first.Id, """{"n": 3}"""), (last.Id, last.Payload));
        Assert.True(last.RunAfter < now.AddMinutes(1));

        static (Guid, DateTimeOffset, string) Facts(Job job) => (job.Id, job.RunAfter, job.Payload);
    }

    [Fact]
    public async Task The_same_work_twice_in_one_call_waits_once_and_work_without_a_key_as_often_as_it_is_asked_for()
    {
        var now = Clock.GetUtcNow();
        var other = new NewJob("test.other", "memo", null);
        await EnqueueAsync(Work("memo") with { RunAfter = now.AddHours(1) }, Work(), other, Work("memo", payload: """{"n":2}""") with { RunAfter = now.AddHours(3) }, Work());
        var jobs = await JobsAsync();
        Assert.Equal([("test.work", "memo"), ("test.work", null), ("test.other", "memo"), ("test.work", null)], jobs.Select(job => (job.Kind, job.DedupeKey)));
        Assert.Equal("""{"n": 2}""", jobs[0].Payload);
        Assert.Equal(now.AddHours(1), jobs[0].RunAfter, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Work_is_taken_in_the_order_it_was_put_in()
    {
        string[] keys = ["f", "a", "z", "b", "y"];
        await EnqueueAsync([.. keys.Select(key => Work(key))]);
        var claims = ClaimsOf("one");
        foreach (var key in keys) Assert.Equal(key, Assert.Single(await claims.TakeAsync(1, TimeSpan.FromMinutes(1), Cancelled)).DedupeKey);
    }

    [Fact]
    public async Task A_time_with_another_offset_is_the_same_time()
    {
        var tomorrow = Clock.GetUtcNow().AddDays(1);
        await EnqueueAsync(Work() with { RunAfter = tomorrow.ToOffset(TimeSpan.FromHours(9)) });
        Assert.Equal(tomorrow, (await JobAsync()).RunAfter, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Many_who_put_the_same_work_in_in_any_order_never_wait_for_each_other_for_ever()
    {
        var keys = Enumerable.Range(0, 120).Select(number => $"memo {number}").ToArray();
        await Task.WhenAll(Enumerable.Range(1, 12).Select(seed => Task.Run(async () =>
        {
            var dice = new Random(seed);
            for (var round = 0; round < 8; round++)
            {
                dice.Shuffle(keys = [.. keys]);
                await EnqueueAsync([.. keys.Select(key => Work(key))]);
            }
        })));
        Assert.Equal(120, (await JobsAsync()).Count);
    }

    [Fact]
    public async Task While_work_runs_the_same_may_be_asked_for_again_and_is_done_again_afterwards()
    {
        var (began, mayEnd, runs) = (new SemaphoreSlim(0), new SemaphoreSlim(0), 0);
        await StartAsync(async () =>
        {
            Interlocked.Increment(ref runs);
            began.Release();
            await mayEnd.WaitAsync(Cancelled);
            return Web.Platform.Jobs.JobResult.Done;
        }, Quick with { Workers = 1 });
        await EnqueueAsync(Work("memo"));
        await began.WaitAsync(Cancelled);
        await EnqueueAsync(Work("memo"));
        Assert.Equal([JobStatus.Running, JobStatus.Pending], (await JobsAsync()).Select(job => job.Status));
        mayEnd.Release(2);
        await EndedAsync();
        Assert.Equal((2, 2), (runs, (await JobsAsync()).Count(job => job.Status == JobStatus.Done)));
    }

    [Fact]
    public async Task A_deleted_person_takes_their_jobs_along()
    {
        var (bob, cleo) = (await Database.AddPersonAsync(), await Database.AddPersonAsync());
        await EnqueueAsync(Work("a", bob), Work("b", cleo), Work("c"));
        await using var db = Database.CreateDbContext();
        await db.Users.Where(user => user.Id == bob).ExecuteDeleteAsync(Cancelled);
        Assert.Equal(["b", "c"], (await JobsAsync()).Select(job => job.DedupeKey));
    }
}
