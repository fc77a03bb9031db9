using System.Text;

namespace Mosaic.Web.Features.Chat.Streaming;

/// <summary>An answer as it comes, for everybody who looks on: each takes what is new to them, when they are ready for more.</summary>
public sealed class GrowingAnswer : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly GrowingMarkdown _markdown = new();
    private readonly Action<GrowingAnswer> _end;
    private TaskCompletionSource _news = NewPulse();

    internal GrowingAnswer(Guid messageId, string begun, Action<GrowingAnswer> end)
    {
        (MessageId, _end) = (messageId, end);
        Append(begun);
    }

    public Guid MessageId { get; }

    /// <summary>Nothing more comes: the database has it.</summary>
    public bool IsOver { get; private set; }

    /// <summary>All that has come.</summary>
    public string Text
    {
        get { lock (_lock) return _text.ToString(); }
    }

    /// <summary>How much has come, in UTF-16 code units.</summary>
    public int Length
    {
        get { lock (_lock) return _text.Length; }
    }

    public void Append(string piece)
    {
        if (piece.Length == 0) return;
        TaskCompletionSource news;
        lock (_lock)
        {
            _text.Append(piece);
            _markdown.Append(piece);
            (news, _news) = (_news, NewPulse());
        }
        news.SetResult();
    }

    /// <summary>Ends when there is more than so much of the text, or nothing more comes.</summary>
    /// <param name="seen">In UTF-16 code units.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public async Task WaitAsync(int seen, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task news;
            lock (_lock)
            {
                if (IsOver || _text.Length > seen) return;
                news = _news.Task;
            }
            await news.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The text behind a place, and where it ends.</summary>
    /// <param name="seen">In UTF-16 code units.</param>
    public (string Piece, int Seen) After(int seen)
    {
        lock (_lock) return (_text.ToString(seen, _text.Length - seen), _text.Length);
    }

    /// <summary>What a page shows now, of which it has so many blocks already.</summary>
    internal GrowthFrame Frame(int blocks)
    {
        lock (_lock)
        {
            _markdown.Render();
            return new GrowthFrame([.. _markdown.Blocks.Skip(blocks)], _markdown.Tail, _text.Length);
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void Dispose()
    {
        TaskCompletionSource news;
        lock (_lock)
        {
            if (IsOver) return;
            IsOver = true;
            news = _news;
        }
        _end(this);
        news.SetResult();
    }

    private static TaskCompletionSource NewPulse() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
