using Npgsql;

namespace Mosaic.Web.Platform.Live;

/// <summary>Hears what other web processes on this database announce, and listens again after a lost connection.</summary>
internal sealed partial class LiveListener(NpgsqlDataSource database, Live live, ILogger<LiveListener> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException)
            {
                LogConnectionLost(exception.Message);
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenConnectionAsync(stoppingToken);
        connection.Notification += (_, notification) => _ = live.HearNotificationAsync(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Live.Channel}", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);
        live.IsListening = true;
        try
        {
            while (true) await connection.WaitAsync(stoppingToken);
        }
        finally
        {
            live.IsListening = false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The connection that hears other processes was lost ({Reason}); trying again")]
    private partial void LogConnectionLost(string reason);
}
