using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>
/// Wakes one waiting worker at a time, of those that do everything and of those that leave slow work alone: who finds work wakes the next, so that
/// one new job does not wake them all. Each kind has a bell of its own, or one would sleep on while the other found nothing for itself.
/// </summary>
internal sealed class JobBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);
    private readonly SemaphoreSlim _rungForQuick = new(0, 1);
    private readonly SemaphoreSlim _news = new(0, 1);
    private readonly IDisposable _subscription;

    public JobBell(Live.Live live) => _subscription = live.Subscribe(Topics.Jobs, _ =>
    {
        Ring();
        Release(_news);
        return Task.CompletedTask;
    });

    /// <summary>One worker of each kind looks for work.</summary>
    public void Ring()
    {
        Release(_rung);
        Release(_rungForQuick);
    }

    /// <summary>Work was put in, perhaps for a time earlier than any known.</summary>
    public Task WaitForNewsAsync(TimeSpan most, CancellationToken cancellationToken) => _news.WaitAsync(most, cancellationToken);

    public Task WaitAsync(bool leavesSlowAlone, CancellationToken cancellationToken) => (leavesSlowAlone ? _rungForQuick : _rung).WaitAsync(cancellationToken);

    public void Dispose()
    {
        _subscription.Dispose();
        _rung.Dispose();
        _rungForQuick.Dispose();
        _news.Dispose();
    }

    private static void Release(SemaphoreSlim semaphore)
    {
        try
        {
            semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is rung already.
        }
    }
}
