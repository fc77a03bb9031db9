using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Memos;

/// <summary>Once an hour deletes for good what has been in the trash for its time, files taken off a memo as long ago, and bytes nobody needs. Doing it twice, or in two processes, does no harm.</summary>
internal sealed partial class MemoSweeper(
    IDbContextFactory<MosaicDb> databases, FileCleaner files, AppSettingsReader settings, TimeProvider clock, ILogger<MemoSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Deletes what is due now; answers with the number of memos.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var due = clock.GetUtcNow().AddDays(-(await settings.GetAsync(cancellationToken)).TrashDays);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var memos = await db.Memos.Where(memo => memo.DeletedAt < due).ExecuteDeleteAsync(cancellationToken);
        await db.Resources.Where(file => file.DeletedAt < due).ExecuteDeleteAsync(cancellationToken);
        await files.DeleteUnusedAsync(cancellationToken);
        return memos;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                LogSwept(await SweepAsync(stoppingToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogSweepFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Debug, "The trash was swept: {Memos} memos deleted for good")]
    private partial void LogSwept(int memos);

    [LoggerMessage(LogLevel.Error, "The trash could not be swept; trying again in an hour")]
    private partial void LogSweepFailed(Exception exception);
}
