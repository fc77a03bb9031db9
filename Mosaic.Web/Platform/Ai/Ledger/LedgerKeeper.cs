using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Ai;
using Npgsql;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>Ends calls whose server died, and deletes prompts after their time. Doing it twice, or in two processes, does no harm.</summary>
internal sealed partial class LedgerKeeper(IDbContextFactory<MosaicDb> databases, TimeProvider clock, ILogger<LedgerKeeper> logger) : BackgroundService
{
    /// <summary>Longer than any call may take.</summary>
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <summary>How long "Why this?" can show the prompt.</summary>
    public const int PromptDays = 90;

    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (lost, old) = (now - LostAfter, now.AddDays(-PromptDays));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // What it took is not known, so that the estimate stands.
        await db.TurnMetrics.Where(turn => turn.Outcome == TurnOutcome.Running && turn.CreatedAt < lost).ExecuteUpdateAsync(set => set
            .SetProperty(turn => turn.Outcome, TurnOutcome.Failed).SetProperty(turn => turn.Classification, TurnLedger.Word(AiFault.Lost)), cancellationToken);
        await db.TurnPrompts.Where(prompt => prompt.CreatedAt < old).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await KeepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or TimeoutException)
            {
                LogFailed(exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The record of AI calls could not be tidied ({Reason}); trying again")]
    private partial void LogFailed(string reason);
}
