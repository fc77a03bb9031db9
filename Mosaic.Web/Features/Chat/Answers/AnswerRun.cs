using Mosaic.Web.Features.Chat.Streaming;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>The writing of one answer, from its beginning until it is kept.</summary>
internal sealed class AnswerRun(AnswerTicket ticket, GrowingAnswer growing) : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public AnswerTicket Ticket { get; } = ticket;

    /// <summary>What has come of it.</summary>
    public GrowingAnswer Growing { get; } = growing;

    public CancellationToken Token => _source.Token;

    /// <summary>Why it was ended before its time; null while it goes on.</summary>
    public AnswerEnd? End { get; private set; }

    public Task Work { get; set; } = Task.CompletedTask;

    public void Stop(AnswerEnd end)
    {
        End ??= end;
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended in this moment.
        }
    }

    public void Dispose()
    {
        Growing.Dispose();
        _source.Dispose();
    }
}
