using Mosaic.Tests.Support.StubAi.Faults;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>Which fault meets a call: the next in the queue when it concerns the call, else the one that is set.</summary>
internal sealed class StubFaults
{
    private readonly Lock _lock = new();
    private readonly Queue<StubFault> _queued = new();

    public StubFault Always
    {
        get
        {
            lock (_lock) return field;
        }
        set
        {
            lock (_lock) field = value;
        }
    }

    public void Queue(int times, StubFault fault)
    {
        lock (_lock)
            for (var i = 0; i < times; i++) _queued.Enqueue(fault);
    }

    public void Reset()
    {
        lock (_lock) _queued.Clear();
        Always = StubFault.None;
    }

    /// <summary>A queued fault waits for a call that it concerns, so that a list of models does not use up a fault of vectors.</summary>
    public FaultBehaviour For(StubCall call)
    {
        lock (_lock)
        {
            if (_queued.TryPeek(out var next) && FaultCatalog.Of(next) is var queued && queued.Concerns(call))
            {
                _queued.Dequeue();
                return queued;
            }
        }
        return FaultCatalog.Of(Always) is var always && always.Concerns(call) ? always : FaultBehaviour.Ordinary;
    }
}
