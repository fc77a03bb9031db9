using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Jobs;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Jobs;

/// <summary>Who has a job, and who has lost it.</summary>
[Collection(Alone.Name)]
public sealed class JobLeaseDataTests(TestCluster cluster) : JobTest(cluster)
{
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Work_that_takes_longer_than_the_lease_stays_with_its_worker()
    {
        var runs = 0;
        async Task<JobResult> Slow()
        {
            Interlocked.Increment(ref runs);
            await Task.Delay(Quick.Lease * 3, Cancelled);
            return JobResult.Done;
        }
        await StartAsync(Slow, Quick);
        await StartAsync(Slow, Quick);
        await EnqueueAsync(Work());
        var job = await JobWhenAsync(job => job.Status == JobStatus.Done);
        Assert.Equal((1, 1), (runs, job.Attempts));
    }

    [Fact]
    public async Task A_worker_that_lost_its_job_is_stopped_and_cannot_end_it()
    {
        var (began, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        await StartAsync(async (_, cancellationToken) =>
        {
            began.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                stopped.TrySetResult();
            }
            return JobResult.Done;
        }, Quick);
        await EnqueueAsync(Work());
        await began.Task;
        await ExecuteAsync("UPDATE jobs SET locked_by = 'another', locked_until = now() + interval '1 hour', attempts = 2");
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(5), Cancelled);
        await Task.Delay(100, Cancelled);
        var job = await JobAsync();
        Assert.Equal((JobStatus.Running, "another", 2), (job.Status, job.LockedBy, job.Attempts));
    }

    [Fact]
    public async Task Only_who_has_this_try_of_a_job_can_end_it_put_it_back_or_keep_it()
    {
        await EnqueueAsync(Work());
        var (slow, quick) = (ClaimsOf("slow"), ClaimsOf("quick"));
        var lost = Assert.Single(await slow.TakeAsync(1, HalfAMinute, Cancelled));
        Assert.Empty(await quick.TakeAsync(1, HalfAMinute, Cancelled));
        Clock.Advance(HalfAMinute + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Database.Source.FreeExpiredJobsAsync(Clock.GetUtcNow(), Cancelled));
        Assert.Equal("The server stopped while it was at this.", (await JobAsync()).LastError);
        var taken = Assert.Single(await quick.TakeAsync(1, HalfAMinute, Cancelled));
        Assert.Equal((lost.Id, 2), (taken.Id, taken.Attempts));
        Assert.False(await slow.EndAsync(lost, JobStatus.Done, null, Cancelled));
        Assert.False(await slow.PutBackAsync(lost, Clock.GetUtcNow(), null, counts: true, Cancelled));
        Assert.False(await slow.ShowProgressAsync(lost, 0.5, Cancelled));
        Assert.Empty(await slow.RenewAsync([lost.Id], HalfAMinute, Cancelled));
        Assert.Single(await quick.RenewAsync([lost.Id], HalfAMinute, Cancelled));
        Assert.True(await quick.EndAsync(taken, JobStatus.Done, null, Cancelled));
        var job = await JobAsync();
        Assert.Equal((JobStatus.Done, 2, 1f, null), (job.Status, job.Attempts, job.Progress, job.LastError));
    }

    [Fact]
    public async Task Work_whose_worker_dies_each_time_fails_one_day()
    {
        await EnqueueAsync(Work());
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            Assert.Equal(attempt, Assert.Single(await ClaimsOf($"worker {attempt}").TakeAsync(1, HalfAMinute, Cancelled)).Attempts);
            Clock.Advance(HalfAMinute + TimeSpan.FromSeconds(1));
            await Database.Source.FreeExpiredJobsAsync(Clock.GetUtcNow(), Cancelled);
        }
        var job = await JobAsync();
        Assert.Equal((JobStatus.Failed, "The server stopped each time it was at this."), (job.Status, job.LastError));
    }

    [Fact]
    public async Task Of_the_same_work_lost_twice_and_asked_for_again_one_remains()
    {
        var claims = ClaimsOf("dead");
        for (var time = 0; time < 3; time++)
        {
            await EnqueueAsync(Work("memo"));
            if (time < 2) await claims.TakeAsync(1, HalfAMinute, Cancelled);
        }
        Clock.Advance(HalfAMinute * 2);
        Assert.Equal(2, await Database.Source.FreeExpiredJobsAsync(Clock.GetUtcNow(), Cancelled));
        Assert.Equal([JobStatus.Skipped, JobStatus.Skipped, JobStatus.Pending], (await JobsAsync()).Select(job => job.Status));
    }

    [Fact]
    public async Task What_is_lost_is_freed_while_others_put_the_same_work_in_again_and_again()
    {
        var keys = Enumerable.Range(0, 60).Select(number => $"memo {number}").ToArray();
        for (var round = 0; round < 5; round++)
        {
            await EnqueueAsync([.. keys.Select(key => Work(key))]);
            await ClaimsOf("dead").TakeAsync(60, HalfAMinute, Cancelled);
            Clock.Advance(HalfAMinute * 2);
            var now = Clock.GetUtcNow();
            var frees = Enumerable.Range(0, 4).Select(_ => Database.Source.FreeExpiredJobsAsync(now, Cancelled)).ToArray();
            await Task.WhenAll([.. frees, .. Enumerable.Range(0, 4).Select(_ => EnqueueAsync([.. keys.Reverse().Select(key => Work(key))]))]);
            Assert.Equal(60, (await Task.WhenAll(frees)).Sum());
            Assert.Equal(60, (await JobsAsync()).Count(job => job.Status == JobStatus.Pending));
        }
    }

    [Fact]
    public async Task Work_given_up_by_hand_is_stopped_within_a_third_of_the_lease()
    {
        var (began, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        var lease = TimeSpan.FromSeconds(3);
        var process = await StartAsync(async (_, cancellationToken) =>
        {
            cancellationToken.Register(stopped.SetResult);
            began.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return JobResult.Done;
        }, Quick with { Lease = lease });
        await EnqueueAsync(Work());
        await began.Task;
        var watch = Stopwatch.StartNew();
        Assert.True(await process.Services.GetRequiredService<JobDesk>().DiscardAsync(new JobFilter(null), (await JobAsync()).Id, Cancelled));
        await stopped.Task.WaitAsync(lease, Cancelled);
        Assert.True(watch.Elapsed < (lease / 3) + TimeSpan.FromSeconds(0.5), $"It took {watch.Elapsed}.");
        Assert.Equal((JobStatus.Skipped, "Discarded by hand."), ((await JobAsync()).Status, (await JobAsync()).LastError));
    }

    [Fact]
    public void Who_takes_a_job_again_stops_who_is_still_at_it_here_and_keeps_it_when_that_one_ends()
    {
        using var leases = new JobLeases();
        var id = Guid.CreateVersion7();
        var lost = leases.Hold(id);
        using var now = leases.Hold(id);
        Assert.True(lost.Token.IsCancellationRequested);
        lost.Dispose();
        Assert.Equal([id], leases.Held);
        Assert.False(now.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task What_ended_is_deleted_after_a_week_and_what_failed_or_waits_is_not()
    {
        foreach (var status in new[] { "done", "skipped", "failed", "pending" })
            foreach (var days in new[] { 6.9, 7.1 })
                await ExecuteAsync(FormattableString.Invariant(
                    $"INSERT INTO jobs (id, kind, status, run_after, created_at, updated_at) SELECT gen_random_uuid(), '{status} {days}', '{status}', t, t, t FROM (SELECT now() - interval '1 day' * {days}) AS at (t)"));
        await ExecuteAsync("UPDATE jobs SET run_after = now() + interval '1 day'");
        await StartAsync(() => Task.FromResult(JobResult.Done), Quick);
        await Until.TrueAsync(async () => (await JobsAsync()).Count == 6);
        Assert.Equal(["done 6.9", "failed 6.9", "failed 7.1", "pending 6.9", "pending 7.1", "skipped 6.9"], (await JobsAsync()).Select(job => job.Kind).Order(StringComparer.Ordinal));
    }
}
