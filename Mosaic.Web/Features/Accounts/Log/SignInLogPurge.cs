using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Settings;
using Npgsql;

namespace Mosaic.Web.Features.Accounts.Log;

/// <summary>Once a day, forgets sign-ins that are older than the admin's setting.</summary>
internal sealed partial class SignInLogPurge(
    IDbContextFactory<MosaicDb> databases, AppSettingsReader settings, TimeProvider time, ILogger<SignInLogPurge> logger) : BackgroundService
{
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().AddDays(-(await settings.GetAsync(cancellationToken)).ConnectionLogDays);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ConnectionLogs.Where(entry => entry.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), time);
        do
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
        while (await daily.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Old sign-ins could not be removed ({Reason}); trying again tomorrow")]
    private partial void LogPurgeFailed(string reason);
}
