using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Jobs;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Jobs;

/// <summary>Jobs as people see them and decide about them.</summary>
public sealed class JobDeskDataTests(TestCluster cluster) : JobTest(cluster)
{
    private static readonly JobFilter Everybody = new(null);

    [Fact]
    public async Task A_person_sees_and_decides_about_their_own_jobs_only()
    {
        var desk = await DeskAsync();
        var (bob, cleo) = (await Database.AddPersonAsync(), await Database.AddPersonAsync());
        await EnqueueAsync(Work("bob", bob), Work("cleo", cleo), Work("house"));
        var (bobs, cleos) = (new JobFilter(bob), new JobFilter(cleo));
        var line = Assert.Single(await desk.PageAsync(bobs, cancellationToken: Cancelled));
        Assert.Equal(("Work of a test", "pending"), (line.Title, line.Status));
        Assert.Equal(1, Assert.Single(await desk.CountsAsync(bobs, Cancelled)).Value);
        Assert.False(await desk.DiscardAsync(cleos, line.Id, Cancelled));
        Assert.False(await desk.RetryAsync(cleos, line.Id, Cancelled));
        Assert.Equal(line.Id, Assert.Single(await desk.PageAsync(bobs, cancellationToken: Cancelled)).Id);
        Assert.True(await desk.DiscardAsync(bobs, line.Id, Cancelled));
        Assert.Equal(3, (await desk.PageAsync(Everybody, cancellationToken: Cancelled)).Count);
    }

    [Fact]
    public async Task Pages_go_from_the_newest_to_the_oldest_without_gap_or_repetition()
    {
        var desk = await DeskAsync();
        await EnqueueAsync([.. Enumerable.Range(0, 23).Select(_ => Work())]);
        var seen = new List<Guid>();
        IReadOnlyList<JobLine> page;
        do
        {
            page = await desk.PageAsync(Everybody, seen.Count == 0 ? null : seen[^1], size: 10, Cancelled);
            seen.AddRange(page.Select(job => job.Id));
            // What comes meanwhile is newer than all that follows.
            await EnqueueAsync(Work());
        }
        while (page.Count == 10);
        Assert.Equal(23, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    [Fact]
    public async Task Counts_are_of_each_status_and_of_the_kind_that_is_asked_for()
    {
        var desk = await DeskAsync();
        await EnqueueAsync(Work(), Work(), Work(), new NewJob("test.other", null, null));
        await ExecuteAsync("UPDATE jobs SET status = 'failed' WHERE id = (SELECT min(id::text)::uuid FROM jobs)");
        Assert.Equal([("failed", 1), ("pending", 3)], (await desk.CountsAsync(Everybody with { Status = JobStatus.Done }, Cancelled)).Select(count => (count.Key, count.Value)).Order());
        Assert.Equal(1, (await desk.CountsAsync(Everybody with { Kind = "test.other" }, Cancelled))["pending"]);
        Assert.Single(await desk.PageAsync(Everybody with { Status = JobStatus.Failed }, cancellationToken: Cancelled));
    }

    [Fact]
    public async Task What_failed_is_tried_again_with_all_its_tries_before_it()
    {
        var fails = true;
        var process = await StartAsync(() => fails ? throw new JobFailedException("No.") : Task.FromResult(JobResult.Done));
        var desk = process.Services.GetRequiredService<JobDesk>();
        await EnqueueAsync(Work("memo", payload: """{"n":1}"""));
        await ExecuteAsync("UPDATE jobs SET attempts = 6 WHERE status = 'pending'");
        await EndedAsync();
        var failed = Assert.Single(await desk.PageAsync(Everybody, cancellationToken: Cancelled));
        Assert.Equal((JobStatus.Failed, "No."), (failed.Status, failed.Reason));
        fails = false;
        Assert.True(await desk.RetryAsync(Everybody, failed.Id, Cancelled));
        var done = await JobWhenAsync(job => job.Status == JobStatus.Done);
        Assert.Equal((1, """{"n": 1}"""), (done.Attempts, done.Payload));
        Assert.False(await desk.RetryAsync(Everybody, done.Id, Cancelled));
        Assert.False(await desk.DiscardAsync(Everybody, done.Id, Cancelled));
    }

    [Fact]
    public async Task What_failed_while_the_same_waits_again_is_left_to_that_which_is_tried_now_as_it_was_asked_for()
    {
        var desk = await DeskAsync();
        await EnqueueAsync(Work("memo", payload: """{"n":1}"""));
        await ExecuteAsync("UPDATE jobs SET status = 'failed', last_error = 'No.'");
        await EnqueueAsync(Work("memo", payload: """{"n":2}""") with { RunAfter = Clock.GetUtcNow().AddHours(1) });
        await ExecuteAsync("UPDATE jobs SET attempts = 5 WHERE status = 'pending'");
        Assert.True(await desk.RetryAsync(Everybody, (await JobsAsync())[0].Id, Cancelled));
        var job = await JobAsync();
        Assert.Equal((JobStatus.Pending, """{"n": 2}""", 0), (job.Status, job.Payload, job.Attempts));
        Assert.True(job.RunAfter <= Clock.GetUtcNow());
    }

    [Fact]
    public async Task What_runs_cannot_be_tried_at_the_same_time_and_can_be_given_up()
    {
        var desk = await DeskAsync();
        await EnqueueAsync(Work("memo"));
        var claims = ClaimsOf("one");
        var taken = Assert.Single(await claims.TakeAsync(1, TimeSpan.FromMinutes(1), Cancelled));
        await claims.ShowProgressAsync(taken, 0.5, Cancelled);
        Assert.False(await desk.RetryAsync(Everybody, taken.Id, Cancelled));
        Assert.True(await desk.DiscardAsync(Everybody, taken.Id, Cancelled));
        var job = await JobAsync();
        Assert.Equal((JobStatus.Skipped, "Discarded by hand.", null, null), (job.Status, job.LastError, job.LockedBy, job.Progress));
        Assert.False(await claims.EndAsync(taken, JobStatus.Done, null, Cancelled));
    }

    /// <summary>A desk in a house whose workers do nothing.</summary>
    private async Task<JobDesk> DeskAsync() => (await StartAsync(() => Task.FromResult(JobResult.Done), Quick with { Workers = 0 })).Services.GetRequiredService<JobDesk>();
}
