using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Platform.Upkeep;

/// <summary>Once an hour deletes for good what has been deleted for the time of the trash. Doing it twice, or in two processes, must do no harm.</summary>
public abstract partial class TrashSweeper(IDbContextFactory<MosaicDb> databases, AppSettingsReader settings, TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Deletes what is due now; answers with how much that was.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var due = clock.GetUtcNow().AddDays(-(await settings.GetAsync(cancellationToken)).TrashDays);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await SweepAsync(db, due, cancellationToken);
    }

    /// <summary>Deletes what was deleted before then; answers with how much that was.</summary>
    protected abstract Task<int> SweepAsync(MosaicDb db, DateTimeOffset due, CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                LogSwept(GetType().Name, await SweepAsync(stoppingToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogSweepFailed(exception, GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Debug, "{Sweeper} deleted {Count} for good")]
    private partial void LogSwept(string sweeper, int count);

    [LoggerMessage(LogLevel.Error, "{Sweeper} could not do its work; it tries again in an hour")]
    private partial void LogSweepFailed(Exception exception, string sweeper);
}
