namespace Mosaic.Web.Features.Accounts;

/// <summary>Allows a number of tries in any stretch of time.</summary>
internal sealed class Attempts(int limit, TimeSpan window, TimeProvider time)
{
    private readonly Queue<DateTimeOffset> _taken = new();
    private readonly Lock _gate = new();

    public bool Take()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            while (_taken.TryPeek(out var oldest) && now - oldest >= window) _taken.Dequeue();
            if (_taken.Count >= limit) return false;
            _taken.Enqueue(now);
            return true;
        }
    }
}
