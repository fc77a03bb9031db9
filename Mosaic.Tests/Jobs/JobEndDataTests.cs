using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Jobs;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Jobs;

/// <summary>How a try of a job may end, and what people read of it.</summary>
public sealed class JobEndDataTests(TestCluster cluster) : JobTest(cluster)
{
    private const string Secret = "the diary of ada";

    [Fact]
    public async Task What_fails_is_tried_eight_times_ever_later_and_then_fails_with_a_plain_sentence()
    {
        var process = await StartAsync(() => throw new InvalidOperationException(Secret));
        await EnqueueAsync(Work());
        for (var attempt = 1; attempt < 8; attempt++)
        {
            var job = await JobWhenAsync(job => job.Status == JobStatus.Pending && job.Attempts == attempt);
            var wait = (job.RunAfter - job.UpdatedAt).TotalSeconds;
            Assert.InRange(wait, 0.79 * 30 * Math.Pow(2, attempt - 1), 1.21 * 30 * Math.Pow(2, attempt - 1));
            Assert.Equal("Something went wrong inside Mosaic; the server's log has the details.", job.LastError);
            Clock.Set(job.RunAfter);
            process.Services.GetRequiredService<JobBell>().Ring();
        }
        var failed = await JobWhenAsync(job => job.Status == JobStatus.Failed);
        Assert.Equal((8, "Something went wrong inside Mosaic; the server's log has the details."), (failed.Attempts, failed.LastError));
        Assert.Contains(process.Log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_that_can_be_explained_is_explained_and_one_without_hope_is_not_tried_again()
    {
        await StartAsync(() => throw new JobFailedException("The memo is too long: shorten it."));
        await EnqueueAsync(Work());
        var job = await JobWhenAsync(job => job.Status == JobStatus.Failed);
        Assert.Equal((1, "The memo is too long: shorten it."), (job.Attempts, job.LastError));
    }

    [Theory]
    [InlineData(3600, 3600, 3600)]
    [InlineData(1, 24, 36)]
    public async Task Whoever_refuses_may_say_when_to_come_back_but_not_sooner_than_we_would(double told, double least, double most)
    {
        await StartAsync(() => throw new ToldException("The provider is busy.", TimeSpan.FromSeconds(told)));
        await EnqueueAsync(Work());
        var job = await JobWhenAsync(job => job is { Status: JobStatus.Pending, Attempts: 1 });
        Assert.Equal("The provider is busy.", job.LastError);
        Assert.InRange((job.RunAfter - job.UpdatedAt).TotalSeconds, least - 0.5, most + 0.5);
    }

    [Fact]
    public async Task What_has_to_wait_does_not_count_as_a_try_and_goes_on_at_its_time()
    {
        var tries = 0;
        await StartAsync(() => Task.FromResult(Interlocked.Increment(ref tries) < 3
            ? JobResult.WaitUntil(Clock.GetUtcNow().AddMilliseconds(300).ToOffset(TimeSpan.FromHours(2)), "Tomorrow there are tokens again.")
            : JobResult.Done));
        await EnqueueAsync(Work());
        await JobWhenAsync(job => job is { Status: JobStatus.Pending, Attempts: 0, LastError: "Tomorrow there are tokens again." });
        var done = await JobWhenAsync(job => job.Status == JobStatus.Done);
        Assert.Equal((3, 1, null), (tries, done.Attempts, done.LastError));
    }

    [Fact]
    public async Task What_was_not_needed_says_why()
    {
        await StartAsync(() => Task.FromResult(JobResult.Skip("The memo has tags.")));
        await EnqueueAsync(Work());
        Assert.Equal("The memo has tags.", (await JobWhenAsync(job => job.Status == JobStatus.Skipped)).LastError);
    }

    [Fact]
    public async Task A_reason_that_no_database_would_take_is_made_fit()
    {
        await StartAsync(() => Task.FromResult(JobResult.Skip("a\0b\uD83D" + new string('x', 1_995) + "😀😀")));
        await EnqueueAsync(Work());
        var reason = (await JobWhenAsync(job => job.Status == JobStatus.Skipped)).LastError!;
        Assert.Equal("ab\uFFFD" + new string('x', 1_995) + "😀", reason);
    }

    [Fact]
    public async Task Work_that_only_a_newer_server_knows_waits_for_it()
    {
        await StartAsync(() => Task.FromResult(JobResult.Done));
        await EnqueueAsync(new NewJob("test.newer", "one", null));
        var job = await JobWhenAsync(job => job.LastError is not null);
        Assert.Equal((JobStatus.Pending, 0, "This server does not know this kind of work; a newer one put it in."), (job.Status, job.Attempts, job.LastError));
        Assert.True(job.RunAfter > Clock.GetUtcNow().AddMinutes(9));
    }

    [Fact]
    public async Task Progress_is_seen_while_it_runs_and_forgotten_when_it_goes_back()
    {
        var mayEnd = new TaskCompletionSource();
        await StartAsync(async (run, cancellationToken) =>
        {
            await run.ShowProgressAsync(0.4, cancellationToken);
            await mayEnd.Task;
            return JobResult.WaitUntil(Clock.GetUtcNow().AddHours(1), "Later.");
        });
        await EnqueueAsync(Work());
        Assert.Equal(JobStatus.Running, (await JobWhenAsync(job => job.Progress is > 0.39f and < 0.41f)).Status);
        mayEnd.SetResult();
        Assert.Null((await JobWhenAsync(job => job.Status == JobStatus.Pending)).Progress);
    }

    [Fact]
    public async Task Work_that_goes_back_while_the_same_waits_is_left_to_that()
    {
        var (began, mayFail) = (new TaskCompletionSource(), new TaskCompletionSource());
        await StartAsync(async () =>
        {
            began.TrySetResult();
            await mayFail.Task;
            throw new InvalidOperationException(Secret);
        }, Quick with { Workers = 1 });
        await EnqueueAsync(Work("memo"));
        await began.Task;
        await EnqueueAsync(Work("memo") with { RunAfter = Clock.GetUtcNow().AddHours(1) });
        mayFail.SetResult();
        await Until.TrueAsync(async () => (await JobsAsync())[0].Status == JobStatus.Skipped);
        Assert.Equal([(JobStatus.Skipped, "The same work was asked for again and is done by the newer job."), (JobStatus.Pending, null)],
            (await JobsAsync()).Select(job => (job.Status, job.LastError)));
    }

    private sealed class ToldException(string sentence, TimeSpan retryAfter) : Exception(Secret), IExplained
    {
        public string Sentence => sentence;

        public bool IsWorthRetrying => true;

        public TimeSpan? RetryAfter => retryAfter;
    }
}
