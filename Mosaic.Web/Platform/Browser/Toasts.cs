using System.Collections.Immutable;

namespace Mosaic.Web.Platform.Browser;

/// <summary>The toasts of one open page. The layout draws them; each leaves by itself after <see cref="Lifetime"/>, unless somebody is reading it.</summary>
public sealed class Toasts(TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    /// <summary>More than these would cover the page: the oldest leaves first.</summary>
    public const int AtMost = 4;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, ITimer> _timers = [];
    private ImmutableList<Toast> _shown = [];

    /// <summary>What is on screen changed. Raised on any thread.</summary>
    public event Action? Changed;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Toast> Shown => _shown;

    /// <summary>Shows a sentence. The action runs at most once, when the person presses it.</summary>
    public void Show(string text, string? actionLabel = null, Func<Task>? action = null)
    {
        var toast = new Toast(Guid.CreateVersion7(), text, actionLabel, action);
        lock (_gate)
        {
            _shown = _shown.Add(toast);
            _timers[toast.Id] = time.CreateTimer(_ => Close(toast.Id), null, Lifetime, Timeout.InfiniteTimeSpan);
            while (_shown.Count > AtMost) Forget(_shown[0].Id);
        }
        Changed?.Invoke();
    }

    /// <summary>Runs a toast's action and takes the toast away. False when it was gone already: it does not run twice.</summary>
    public async Task<bool> RunAsync(Guid id)
    {
        var toast = _shown.Find(shown => shown.Id == id);
        if (toast?.Action is null || !Close(id)) return false;
        await toast.Action();
        return true;
    }

    /// <summary>Takes a toast away. False when it was gone already.</summary>
    public bool Close(Guid id)
    {
        bool was;
        lock (_gate) was = Forget(id);
        if (was) Changed?.Invoke();
        return was;
    }

    /// <summary>Somebody points at a toast or has the focus in it: none leaves.</summary>
    public void Hold() => Reschedule(Timeout.InfiniteTimeSpan);

    /// <summary>Nobody does any more: each has its whole time again.</summary>
    public void Release() => Reschedule(Lifetime);

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var timer in _timers.Values) timer.Dispose();
            _timers.Clear();
        }
    }

    private void Reschedule(TimeSpan due)
    {
        lock (_gate)
            foreach (var timer in _timers.Values) timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    private bool Forget(Guid id)
    {
        if (!_timers.Remove(id, out var timer)) return false;
        timer.Dispose();
        _shown = _shown.RemoveAll(shown => shown.Id == id);
        return true;
    }
}
