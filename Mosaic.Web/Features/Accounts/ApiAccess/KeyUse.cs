using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Npgsql;

namespace Mosaic.Web.Features.Accounts.ApiAccess;

/// <summary>Counts the uses of keys in memory and writes them down every few seconds and at the end, since a write a request would cost more than the request.</summary>
internal sealed partial class KeyUse(IDbContextFactory<MosaicDb> databases, TimeProvider clock, ILogger<KeyUse> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, long> _uses = new();

    public void Count(Guid keyId) => _uses.AddOrUpdate(keyId, 1, (_, count) => count + 1);

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var id in _uses.Keys)
        {
            if (!_uses.TryRemove(id, out var count)) continue;
            try
            {
                var now = clock.GetUtcNow();
                await using var db = await databases.CreateDbContextAsync(cancellationToken);
                await db.ApiKeys.Where(key => key.Id == id).ExecuteUpdateAsync(set => set
                    .SetProperty(key => key.UseCount, key => key.UseCount + count).SetProperty(key => key.LastUsedAt, now), cancellationToken);
            }
            catch
            {
                _uses.AddOrUpdate(id, count, (_, later) => later + count);
                throw;
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryWriteAsync(stoppingToken);
    }

    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            LogNotWritten(exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The uses of API keys could not be written down ({Reason}); trying again")]
    private partial void LogNotWritten(string reason);
}
