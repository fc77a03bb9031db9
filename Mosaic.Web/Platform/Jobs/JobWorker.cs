using Mosaic.Data.Jobs;
using Npgsql;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>
/// Takes jobs and has them done, several at once, until the server stops. Any number of processes may share a database: each job is one
/// worker's at a time, and one whose worker died is taken again.
/// </summary>
internal sealed partial class JobWorker(
    JobRunner runner, JobKinds kinds, JobBell bell, JobLeases leases, JobNews news, JobClaims claims, JobOptions options, IHostApplicationLifetime lifetime, ILogger<JobWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(2);

    /// <summary>Whether the last look at the table went well.</summary>
    public bool IsWorking { get; private set; } = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // With the first word of the end, not when it is our turn: a slow answer over HTTP may take all the time a stop has.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        await using var draining = stop.Token.Register(() => leases.EndAfter(options.Drain));
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(number => Task.Run(() => WorkAsync(LeftAlone(number), stop.Token), CancellationToken.None)));
    }

    /// <summary>The first half, and one more of an odd number, does everything.</summary>
    private IReadOnlyList<string> LeftAlone(int number) => number < (options.Workers + 1) / 2 ? [] : kinds.Slow;

    private async Task WorkAsync(IReadOnlyList<string> without, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await WorkOnceAsync(without, stoppingToken)) await bell.WaitAsync(without.Count > 0, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Whatever it is, a worker that ended would be missed by nobody.
                IsWorking = false;
                if (exception is NpgsqlException or IOException or TimeoutException or ObjectDisposedException) LogTrouble(exception.Message);
                else LogFault(exception);
                await Task.Delay(AfterTrouble, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>False when there was nothing to do.</summary>
    private async Task<bool> WorkOnceAsync(IReadOnlyList<string> without, CancellationToken stoppingToken)
    {
        // Not ended by the stop: an answer that is lost on its way would leave a job taken and nobody at it until the lease ends.
        var taken = await claims.TakeAsync(1, options.Lease, CancellationToken.None, without);
        IsWorking = true;
        if (taken is not [var job]) return false;
        bell.Ring();
        await runner.RunAsync(job, stoppingToken);
        news.Changed();
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "The jobs could not be reached ({Reason}); trying again")]
    private partial void LogTrouble(string reason);

    [LoggerMessage(LogLevel.Error, "A worker met what it should not; it goes on")]
    private partial void LogFault(Exception exception);
}
