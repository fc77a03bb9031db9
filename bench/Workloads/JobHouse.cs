using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Data;
using Mosaic.Data.Jobs;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Bench.Workloads;

/// <summary>The app's own workers in this process, with work that only says when it began.</summary>
internal sealed class JobHouse : IAsyncDisposable
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentQueue<(Guid Id, long At)> _begun = new();
    private readonly NpgsqlDataSource _connections;
    private readonly IHost _host;

    private JobHouse(Setup setup, int workers)
    {
        _connections = NpgsqlDataSource.Create(setup.ConnectionString + $";Maximum Pool Size={workers + 8}");
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(_connections).AddSingleton<IDbContextFactory<MosaicDb>>(new Contexts(setup.ConnectionString)).AddSingleton(TimeProvider.System).AddSingleton(_begun);
        builder.Services.AddLive();
        builder.Services.AddJobs();
        builder.Services.AddSingleton(new JobOptions { Workers = workers });
        builder.Services.AddJob<Nothing>(JobQueue.Kind, "Nothing");
        _host = builder.Build();
    }

    /// <summary>How many jobs are begun and ended in a turn. The times are those from one beginning to the next.</summary>
    public static async Task<Sample> MeasureWorkAsync(Setup setup, int workers, CancellationToken cancellationToken)
    {
        await using var house = new JobHouse(setup, workers);
        await house._host.StartAsync(cancellationToken);
        await Task.Delay(Settling, cancellationToken);
        var from = Stopwatch.GetTimestamp();
        await Task.Delay(setup.Turn, cancellationToken);
        var to = Stopwatch.GetTimestamp();
        await house._host.StopAsync(cancellationToken);
        house.SeeThatNoneWasDoneTwice();
        var begun = house._begun.Select(job => job.At).Where(at => at > from && at <= to).Order().ToList();
        return Sample.Of([.. begun.Skip(1).Zip(begun, (next, one) => Stopwatch.GetElapsedTime(one, next).TotalMilliseconds)], Stopwatch.GetElapsedTime(from, to));
    }

    /// <summary>How long a job waits from the commit of who put it in until it begins, while there is nothing else to do.</summary>
    public static async Task<Sample> MeasureWaitAsync(Setup setup, int workers, CancellationToken cancellationToken)
    {
        await using var house = new JobHouse(setup, workers);
        await house._host.StartAsync(cancellationToken);
        while (!house._host.Services.GetRequiredService<Live>().IsListening) await Task.Delay(10, cancellationToken);
        await Task.Delay(Settling, cancellationToken);
        var (waits, from) = (new List<double>(), Stopwatch.GetTimestamp());
        await using var db = new Contexts(setup.ConnectionString).CreateDbContext();
        await db.Database.OpenConnectionAsync(cancellationToken);
        while (Stopwatch.GetElapsedTime(from) < setup.Turn)
        {
            var before = house._begun.Count;
            await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
            {
                await db.EnqueueAsync([new NewJob(JobQueue.Kind, null, null)], TimeProvider.System.GetUtcNow(), cancellationToken);
                var committed = Stopwatch.GetTimestamp();
                await transaction.CommitAsync(cancellationToken);
                while (house._begun.Count == before) await Task.Delay(1, cancellationToken);
                waits.Add(Stopwatch.GetElapsedTime(committed, house._begun.Last().At).TotalMilliseconds);
            }
            // Long enough for the worker to end it and to wait again.
            await Task.Delay(5, cancellationToken);
        }
        house.SeeThatNoneWasDoneTwice();
        return Sample.Of(waits, Stopwatch.GetElapsedTime(from));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        await _connections.DisposeAsync();
    }

    private void SeeThatNoneWasDoneTwice()
    {
        if (_begun.GroupBy(job => job.Id).FirstOrDefault(job => job.Count() > 1) is { } twice)
            throw new BenchTroubleException($"The job {twice.Key} was done {twice.Count()} times: mend the workers before measuring them.");
    }

    private sealed class Nothing(ConcurrentQueue<(Guid Id, long At)> begun) : IJobHandler
    {
        public Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
        {
            begun.Enqueue((run.Id, Stopwatch.GetTimestamp()));
            return Task.FromResult(JobResult.Done);
        }
    }
}
