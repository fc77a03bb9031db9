namespace Mosaic.Web.Platform.Upkeep;

/// <summary>Once an hour deletes for good what its time is over for. Doing it twice, or in two processes, must do no harm.</summary>
public abstract partial class HourlySweeper(TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Deletes what is due now; answers with how much that was.</summary>
    public abstract Task<int> SweepAsync(CancellationToken cancellationToken = default);

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
