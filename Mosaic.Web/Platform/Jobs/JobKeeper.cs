using Mosaic.Data.Jobs;
using Npgsql;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>Keeps time for the workers: renews leases, frees what dead workers held, rings when a job is due, and deletes what ended long ago.</summary>
internal sealed partial class JobKeeper(
    NpgsqlDataSource database, JobClaims claims, JobLeases leases, JobBell bell, Live.Live live, JobOptions options, TimeProvider clock, ILogger<JobKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>News may get lost, so that now and then somebody looks; while this process hears nothing, more often.</summary>
    private TimeSpan Longest => live.IsListening ? TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(options.Lease / 3, RenewAsync, stoppingToken),
        RepeatAsync(options.Lease / 3, FreeAsync, stoppingToken),
        RepeatAsync(TimeSpan.FromHours(1), token => database.DeleteEndedJobsAsync(clock.GetUtcNow() - options.Kept, token), stoppingToken),
        RepeatAsync(TimeSpan.Zero, RingWhenDueAsync, stoppingToken));

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var held = leases.Held;
        if (held.Count > 0) leases.KeepOnly(await claims.RenewAsync(held, options.Lease, cancellationToken), held);
    }

    private async Task FreeAsync(CancellationToken cancellationToken)
    {
        var freed = await database.FreeExpiredJobsAsync(clock.GetUtcNow(), cancellationToken);
        if (freed == 0) return;
        LogFreed(freed);
        bell.Ring();
    }

    private async Task RingWhenDueAsync(CancellationToken cancellationToken)
    {
        var due = await database.NextJobAtAsync(cancellationToken) - clock.GetUtcNow() ?? Longest;
        await bell.WaitForNewsAsync(due < Shortest ? due > TimeSpan.Zero ? due : Shortest : due < Longest ? due : Longest, cancellationToken);
        bell.Ring();
    }

    private async Task RepeatAsync(TimeSpan pause, Func<CancellationToken, Task> act, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = pause;
            try
            {
                await act(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Whatever it is, it is tried again: leases that nobody renews would give every job away.
                LogTrouble(exception.Message);
                wait = TimeSpan.FromSeconds(Math.Clamp(wait.TotalSeconds, 1, 60));
            }
            if (wait > TimeSpan.Zero) await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} jobs of a server that stopped are free again")]
    private partial void LogFreed(int count);

    [LoggerMessage(LogLevel.Warning, "The jobs could not be kept ({Reason}); trying again")]
    private partial void LogTrouble(string reason);
}
