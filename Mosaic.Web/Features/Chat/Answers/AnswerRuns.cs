using System.Collections.Concurrent;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>The answers that this process writes, each on its own and none of them tied to a page. When the server ends, what has come is kept.</summary>
internal sealed partial class AnswerRuns(IServiceScopeFactory scopes, GrowingAnswers answers, Live live, ILogger<AnswerRuns> logger) : IHostedService
{
    private readonly ConcurrentDictionary<Guid, AnswerRun> _runs = new();

    /// <summary>How many are being written; for leak tests.</summary>
    public int Count => _runs.Count;

    /// <summary>Those that are written now.</summary>
    public IEnumerable<AnswerRun> All => _runs.Values;

    public void Begin(AnswerTicket ticket)
    {
        // At once, so that who was told of the answer finds it.
        var run = new AnswerRun(ticket, answers.Begin(ticket.MessageId));
        _runs[ticket.Writer] = run;
        run.Work = Task.Run(() => RunAsync(run));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var run in _runs.Values) run.Stop(AnswerEnd.Shutdown);
        await Task.WhenAll(_runs.Values.Select(run => run.Work)).WaitAsync(cancellationToken);
    }

    private async Task RunAsync(AnswerRun run)
    {
        using var stops = live.Subscribe(Topics.ChatStops(run.Ticket.UserId), message =>
        {
            if (message.Payload == run.Ticket.MessageId.ToString()) run.Stop(AnswerEnd.Person);
            return Task.CompletedTask;
        });
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AnswerWriter>().WriteAsync(run);
        }
        catch (Exception exception)
        {
            LogFailed(exception, run.Ticket.MessageId);
        }
        finally
        {
            _runs.TryRemove(run.Ticket.Writer, out _);
            run.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Error, "The answer {MessageId} could not be written")]
    private partial void LogFailed(Exception exception, Guid messageId);
}
