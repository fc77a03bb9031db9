namespace Mosaic.Web.Platform.Live;

/// <summary>One who hears a topic, one message after the other: of two looks at the database at once, the older could end last and be what is shown.</summary>
internal sealed class Hearer(Func<LiveMessage, Task> hear)
{
    private readonly Lock _lock = new();
    private readonly Queue<LiveMessage> _waiting = new();
    private bool _isHearing, _isGone;

    /// <summary>Ends when the message is heard; at once where another one is being heard, after which this one is.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="failed">Told what hearing threw.</param>
    public async Task TellAsync(LiveMessage message, Action<Exception> failed)
    {
        lock (_lock)
        {
            // Who has not looked yet since the same was said need not look twice.
            if (!_waiting.Contains(message)) _waiting.Enqueue(message);
            if (_isHearing) return;
            _isHearing = true;
        }
        while (Next() is { } next)
        {
            try
            {
                await hear(next);
            }
            catch (Exception exception)
            {
                failed(exception);
            }
        }
    }

    /// <summary>Hears nothing any more, not even what waits.</summary>
    public void Leave()
    {
        lock (_lock) _isGone = true;
    }

    private LiveMessage? Next()
    {
        lock (_lock)
        {
            if (!_isGone && _waiting.TryDequeue(out var next)) return next;
            _waiting.Clear();
            _isHearing = false;
            return null;
        }
    }
}
