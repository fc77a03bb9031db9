namespace Mosaic.Tests.Support.StubAi;

/// <summary>What the model says: first what is queued, then what is set, else an echo.</summary>
internal sealed class StubAnswers
{
    private readonly Lock _lock = new();
    private readonly Queue<string> _once = new();
    private Func<StubCall, string> _always = Echo;

    public void Always(Func<StubCall, string>? answer)
    {
        lock (_lock) _always = answer ?? Echo;
    }

    public void Once(string text)
    {
        lock (_lock) _once.Enqueue(text);
    }

    public void Reset()
    {
        lock (_lock)
        {
            _once.Clear();
            _always = Echo;
        }
    }

    public string For(StubCall call)
    {
        Func<StubCall, string> always;
        lock (_lock)
        {
            if (_once.TryDequeue(out var text)) return text;
            always = _always;
        }
        // Outside the lock: it is code of the test, which may well set the next answer.
        return always(call);
    }

    /// <summary>Who asks for tags reads a list, and would take an echo for a broken model.</summary>
    private static string Echo(StubCall call) => call.SystemText.Contains("JSON array", StringComparison.OrdinalIgnoreCase)
        ? """["stub","echo"]"""
        : $"echo: {call.LastUserText}";
}
