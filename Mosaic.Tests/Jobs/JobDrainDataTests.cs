using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Mosaic.Data.Jobs;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Jobs;

/// <summary>A server that is told to stop leaves nothing half done behind, and does not take long.</summary>
[Collection(Alone.Name)]
public sealed class JobDrainDataTests(TestCluster cluster) : JobTest(cluster)
{
    [Fact]
    public async Task Work_that_is_nearly_done_is_let_finish()
    {
        var began = new TaskCompletionSource();
        var process = await StartAsync(async () =>
        {
            began.SetResult();
            await Task.Delay(600, CancellationToken.None);
            return JobResult.Done;
        }, Quick with { Drain = TimeSpan.FromSeconds(5) });
        await EnqueueAsync(Work());
        await began.Task;
        await process.StopAsync();
        Assert.Equal(JobStatus.Done, (await JobAsync()).Status);
    }

    [Theory]
    [InlineData("stops when it is told")]
    [InlineData("throws something else when it is told")]
    [InlineData("hears nothing")]
    public async Task Work_that_takes_longer_goes_back_uncounted_whatever_it_does_when_it_is_told_to_stop(string manner)
    {
        var began = new SemaphoreSlim(0);
        var process = await StartAsync(async (_, cancellationToken) =>
        {
            began.Release();
            try
            {
                await Task.Delay(20_000, manner == "hears nothing" ? CancellationToken.None : cancellationToken);
            }
            catch (OperationCanceledException) when (manner == "throws something else when it is told")
            {
                throw new IOException("The connection was closed.");
            }
            return JobResult.Done;
        }, Quick with { Workers = 3 });
        await EnqueueAsync(Work(), Work(), Work(), Work());
        for (var job = 0; job < 3; job++) await began.WaitAsync(Cancelled);
        var watch = Stopwatch.StartNew();
        await process.StopAsync();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        var jobs = await JobsAsync();
        Assert.All(jobs, job => Assert.Equal((JobStatus.Pending, 0), (job.Status, job.Attempts)));
        Assert.Equal(3, jobs.Count(job => job.LastError == "The server was stopping."));
    }

    [Fact]
    public async Task The_time_runs_from_the_first_word_of_the_end()
    {
        var (began, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        var process = await StartAsync(async (_, cancellationToken) =>
        {
            began.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                stopped.SetResult();
            }
            return JobResult.Done;
        }, Quick);
        await EnqueueAsync(Work());
        await began.Task;
        // The host has said that it ends, and waits for somebody else.
        process.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(5), Cancelled);
        Assert.Equal(JobStatus.Pending, (await JobWhenAsync(job => job.Status != JobStatus.Running)).Status);
    }

    [Fact]
    public async Task What_one_server_puts_back_another_takes_at_once()
    {
        var (began, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        var leaving = await StartAsync(async (_, cancellationToken) =>
        {
            began.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return JobResult.Done;
        }, Quick);
        await EnqueueAsync(Work());
        await began.Task;
        await StartAsync(() =>
        {
            done.TrySetResult();
            return Task.FromResult(JobResult.Done);
        });
        await leaving.StopAsync();
        await done.Task.WaitAsync(TimeSpan.FromSeconds(2), Cancelled);
    }
}
