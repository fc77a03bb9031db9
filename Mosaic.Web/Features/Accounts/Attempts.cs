namespace Mosaic.Web.Features.Accounts;

/// <summary>Allows a number of tries in any stretch of time.</summary>
internal sealed class Attempts(int limit, TimeSpan window, TimeProvider time)
{
    private readonly Queue<DateTimeOffset> _taken = new();
    private readonly Lock _gate = new();

    /// <summary>Whether every try of this stretch is used up.</summary>
    public bool AreSpent
    {
        get
        {
            var now = time.GetUtcNow();
            lock (_gate)
            {
                while (_taken.TryPeek(out var oldest) && now - oldest >= window) _taken.Dequeue();
                return _taken.Count >= limit;
            }
        }
    }

    public void Take()
    {
        lock (_gate) _taken.Enqueue(time.GetUtcNow());
    }
}
