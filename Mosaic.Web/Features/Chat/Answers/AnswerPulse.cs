using Npgsql;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>
/// Once a second gives a sign of every answer that this process writes, from before its first word on, and writes down what has come; ends a run
/// whose answer belongs to another one.
/// </summary>
internal sealed partial class AnswerPulse(AnswerRuns runs, AnswerKeeper keeper, ILogger<AnswerPulse> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>One sign of each of these. Whoever is held by somebody at this moment is shown by the next beat.</summary>
    public async Task BeatAsync(IReadOnlyCollection<AnswerRun> writing)
    {
        if (writing.Count == 0) return;
        var shown = await ShowAsync(writing);
        foreach (var run in writing.Where(run => !shown.Contains(run.Ticket.MessageId)))
        {
            if (!await keeper.IsWrittenByAsync(run.Ticket) && !run.IsEnding) run.Stop(AnswerEnd.Lost);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await BeatAsync([.. runs.All.Where(run => !run.IsEnding)]);
            }
            catch (Exception exception)
            {
                // The next beat tries again; the end of an answer says what is wrong.
                LogFailed(exception.Message);
            }
        }
    }

    private async Task<IReadOnlySet<Guid>> ShowAsync(IReadOnlyCollection<AnswerRun> writing)
    {
        try
        {
            return await keeper.ShowAsync(writing);
        }
        catch (PostgresException) when (writing.Count > 1)
        {
            // One that cannot be written down takes no other with it.
            var shown = new HashSet<Guid>();
            foreach (var run in writing) shown.UnionWith(await ShowAsync([run]));
            return shown;
        }
        catch (PostgresException failed)
        {
            LogFailed(failed.Message);
            return new HashSet<Guid>();
        }
    }

    [LoggerMessage(LogLevel.Warning, "What has come of the answers could not be written down ({Reason}); trying again")]
    private partial void LogFailed(string reason);
}
