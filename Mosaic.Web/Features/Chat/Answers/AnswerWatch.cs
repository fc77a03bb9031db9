namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>Looks for answers whose server died, so that nobody waits for them.</summary>
internal sealed partial class AnswerWatch(AnswerKeeper keeper, ILogger<AnswerWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>A writer gives a sign each second; so many are a long time.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // By the machine's clock, as the writers' signs come by it too.
        using var timer = new PeriodicTimer(LookEvery);
        do
        {
            try
            {
                await keeper.EndLostAsync(Silence, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Answers without a writer could not be looked for ({Reason}); trying again")]
    private partial void LogFailed(string reason);
}
