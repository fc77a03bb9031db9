using System.Collections.Concurrent;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>The jobs this process is at. Each can be told to stop: because it was taken away, or because the server ends.</summary>
internal sealed class JobLeases : IDisposable
{
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _held = new();
    private readonly CancellationTokenSource _end = new();

    public IReadOnlyList<Guid> Held => [.. _held.Keys];

    /// <summary>Until the result is disposed, the job is kept.</summary>
    public Lease Hold(Guid id)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        _held[id] = source;
        return new Lease(() =>
        {
            _held.TryRemove(id, out _);
            source.Dispose();
        }, source.Token);
    }

    /// <summary>Stops work at jobs that are no longer ours.</summary>
    public void KeepOnly(IReadOnlySet<Guid> ours, IReadOnlyList<Guid> asked)
    {
        foreach (var id in asked.Where(id => !ours.Contains(id)))
            if (_held.TryGetValue(id, out var source)) Cancel(source);
    }

    /// <summary>Lets the jobs go on for a while, then stops them all.</summary>
    public void EndAfter(TimeSpan drain) => _end.CancelAfter(drain);

    public void Dispose() => _end.Dispose();

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended in this moment.
        }
    }

    internal sealed class Lease(Action release, CancellationToken token) : IDisposable
    {
        public CancellationToken Token => token;

        public void Dispose() => release();
    }
}
