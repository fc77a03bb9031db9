using Mosaic.Web.Features.Chat.Streaming;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>The writing of one answer, from its beginning until it is kept.</summary>
internal sealed class AnswerRun(AnswerTicket ticket, GrowingAnswer growing) : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private int _shown;

    public AnswerTicket Ticket { get; } = ticket;

    /// <summary>What has come of it.</summary>
    public GrowingAnswer Growing { get; } = growing;

    public CancellationToken Token => _source.Token;

    /// <summary>Why it was ended before its time; null while it goes on.</summary>
    public AnswerEnd? End { get; private set; }

    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Whoever writes it is about to keep it whole: no more signs of it are needed.</summary>
    public bool IsEnding { get; set; }

    /// <summary>All that has come, where some of it is not written down yet; else null.</summary>
    public string? Unshown => Growing.Length > _shown ? Growing.Text : null;

    /// <summary>So much of it is written down now.</summary>
    public void Note(string? shown) => _shown = shown?.Length ?? _shown;

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
