using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Platform.Ai.Calls;

/// <summary>
/// So many calls at once in this process, as the settings say. One place is always left to people who wait, so that a night's work of jobs
/// does not stand in their way.
/// </summary>
internal sealed class AiSlots(AppSettingsReader settings)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _people = new();
    private readonly LinkedList<TaskCompletionSource> _jobs = new();
    private int _taken;
    private int _most = 1;

    /// <summary>Waits for a place; disposing the result gives it back.</summary>
    public async Task<IDisposable> TakeAsync(bool isInteractive, CancellationToken cancellationToken)
    {
        var most = (await settings.GetAsync(cancellationToken)).AiConcurrency;
        TaskCompletionSource waiting;
        LinkedList<TaskCompletionSource> queue;
        lock (_lock)
        {
            _most = most;
            queue = isInteractive ? _people : _jobs;
            if (queue.Count == 0 && IsFree(isInteractive))
            {
                _taken++;
                return new Place(this);
            }
            queue.AddLast(waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        await using var cancelled = cancellationToken.Register(() => Leave(queue, waiting, cancellationToken));
        await waiting.Task;
        return new Place(this);
    }

    private bool IsFree(bool isInteractive) => _taken < (isInteractive || _most == 1 ? _most : _most - 1);

    private void Leave(LinkedList<TaskCompletionSource> queue, TaskCompletionSource waiting, CancellationToken cancellationToken)
    {
        lock (_lock)
            if (queue.Remove(waiting)) waiting.SetCanceled(cancellationToken);
    }

    private void GiveBack()
    {
        lock (_lock)
        {
            _taken--;
            while (Next() is { } next)
            {
                _taken++;
                next.SetResult();
            }
        }
    }

    private TaskCompletionSource? Next()
    {
        var queue = _people.Count > 0 ? _people : _jobs;
        if (queue.First is not { } first || !IsFree(queue == _people)) return null;
        queue.RemoveFirst();
        return first.Value;
    }

    private sealed class Place(AiSlots slots) : IDisposable
    {
        private AiSlots? _slots = slots;

        public void Dispose() => Interlocked.Exchange(ref _slots, null)?.GiveBack();
    }
}
