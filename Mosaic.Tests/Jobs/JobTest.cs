using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Jobs;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Jobs;

/// <summary>Ground for tests of jobs: a database for each test, since a worker takes whatever it finds, and processes that work on it.</summary>
public abstract class JobTest(TestCluster cluster) : IAsyncLifetime
{
    private readonly List<JobProcess> _processes = [];

    /// <summary>Short times, so that what is lost is found soon.</summary>
    private protected static JobOptions Quick { get; } = new() { Lease = TimeSpan.FromSeconds(0.9), Drain = TimeSpan.FromSeconds(0.3) };

    protected TestDatabase Database { get; } = new(cluster);

    protected TestClock Clock { get; } = new();

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static NewJob Work(string? key = null, Guid? userId = null, string payload = "{}") => new(ToldHandler.Kind, key, userId, payload);

    private protected async Task<JobProcess> StartAsync(Func<JobRun, CancellationToken, Task<JobResult>> work, JobOptions? options = null)
    {
        var process = await JobProcess.StartAsync(Database, Clock, work, options);
        _processes.Add(process);
        return process;
    }

    private protected Task<JobProcess> StartAsync(Func<Task<JobResult>> work, JobOptions? options = null) => StartAsync((_, _) => work(), options);

    private protected JobClaims ClaimsOf(string worker) => new(Database.Source, worker, Clock);

    protected async Task EnqueueAsync(params NewJob[] jobs)
    {
        await using var db = Database.CreateDbContext();
        await db.EnqueueAsync(jobs, Clock.GetUtcNow(), Cancelled);
    }

    protected async Task<IReadOnlyList<Job>> JobsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Jobs.AsNoTracking().OrderBy(job => job.Id).ToListAsync(Cancelled);
    }

    protected async Task<Job> JobAsync() => Assert.Single(await JobsAsync());

    /// <summary>The only job, as soon as it is as said.</summary>
    protected async Task<Job> JobWhenAsync(Func<Job, bool> holds)
    {
        await Until.TrueAsync(async () => holds(await JobAsync()));
        return await JobAsync();
    }

    protected Task EndedAsync() => Until.TrueAsync(async () => (await JobsAsync()).All(job => job.Status is not (JobStatus.Pending or JobStatus.Running)));

    protected async Task ExecuteAsync(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
