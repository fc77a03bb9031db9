using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Npgsql;

namespace Mosaic.Web.Features.Sync.Push;

/// <summary>Once a day forgets receipts so old that no device will send their changes again.</summary>
internal sealed partial class ReceiptPurge(IDbContextFactory<MosaicDb> databases, TimeProvider clock, ILogger<ReceiptPurge> logger) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var old = clock.GetUtcNow() - Kept;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.SyncReceipts.Where(receipt => receipt.CreatedAt < old).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        while (await daily.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PurgeAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
            {
                LogPurgeFailed(exception.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old receipts could not be removed ({Reason}); trying again tomorrow")]
    private partial void LogPurgeFailed(string reason);
}
