using System.Collections.Concurrent;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>The jobs this process is at. Each can be told to stop: because it was taken away, or because the server ends.</summary>
internal sealed class JobLeases : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _held = new();
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _givenUp = new();

    public IReadOnlyList<Guid> Held => [.. _held.Keys];

    /// <summary>Ends when a stopping server waits no longer even for those that were told to stop.</summary>
    public CancellationToken GivenUp => _givenUp.Token;

    /// <summary>Until the result is disposed, the job is kept. Whoever is still at it here lost it, or it could not have been taken again, and stops.</summary>
    public Lease Hold(Guid id)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        _held.AddOrUpdate(id, source, (_, lost) =>
        {
            Cancel(lost);
            return source;
        });
        return new Lease(() =>
        {
            // Only this one's: who lost the job and ends late is not to end the lease of who has it now.
            _held.TryRemove(KeyValuePair.Create(id, source));
            source.Dispose();
        }, source.Token);
    }

    /// <summary>Stops work at jobs that are no longer ours.</summary>
    public void KeepOnly(IReadOnlySet<Guid> ours, IReadOnlyList<Guid> asked)
    {
        foreach (var id in asked.Where(id => !ours.Contains(id)))
            if (_held.TryGetValue(id, out var source)) Cancel(source);
    }

    /// <summary>Lets the jobs go on for a while, then stops them all; those that do not hear it get a little longer.</summary>
    public void EndAfter(TimeSpan drain)
    {
        _end.CancelAfter(drain);
        _givenUp.CancelAfter(drain + Grace);
    }

    public void Dispose()
    {
        _end.Dispose();
        _givenUp.Dispose();
    }

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
