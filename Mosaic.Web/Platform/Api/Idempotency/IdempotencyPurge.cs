using Npgsql;

namespace Mosaic.Web.Platform.Api.Idempotency;

/// <summary>Once an hour forgets answers that are older than a day.</summary>
internal sealed partial class IdempotencyPurge(IdempotentRequests requests, TimeProvider clock, ILogger<IdempotencyPurge> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await requests.PurgeAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
            {
                LogPurgeFailed(exception.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old answers could not be removed ({Reason}); trying again in an hour")]
    private partial void LogPurgeFailed(string reason);
}
