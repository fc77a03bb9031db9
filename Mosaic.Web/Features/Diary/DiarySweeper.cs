using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Diary;

/// <summary>Once an hour deletes for good the pages and check-ins that have been in the trash for its time. Doing it twice, or in two processes, does no harm.</summary>
internal sealed partial class DiarySweeper(IDbContextFactory<MosaicDb> databases, AppSettingsReader settings, TimeProvider clock, ILogger<DiarySweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Deletes what is due now; answers with how much that was.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var due = clock.GetUtcNow().AddDays(-(await settings.GetAsync(cancellationToken)).TrashDays);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.DiaryPages.Where(page => page.DeletedAt < due).ExecuteDeleteAsync(cancellationToken)
            + await db.MoodEntries.Where(entry => entry.DeletedAt < due).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogSweepFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "The trash of the diary could not be swept; trying again in an hour")]
    private partial void LogSweepFailed(Exception exception);
}
