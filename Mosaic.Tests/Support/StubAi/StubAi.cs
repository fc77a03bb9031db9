namespace Mosaic.Tests.Support.StubAi;

/// <summary>
/// An AI server of our own on a loopback port, with real sockets: it speaks OpenAI's protocol and Anthropic's, says what it is told to,
/// remembers all it was told, and fails on demand. Everything can be set at any time, from any thread.
/// </summary>
public sealed class StubAi : IAsyncDisposable
{
    /// <summary>What <see cref="StubFault.ThinkBlock"/> and <see cref="StubFault.ReasoningContent"/> think, and no answer may show.</summary>
    public const string Thoughts = "secret thoughts of the stub";

    private readonly StubAnswers _answers = new();
    private readonly StubFaults _faults = new();
    private readonly StubHearing _hearing = new();
    private readonly StubServer _server;
    private long _headerDelay = TimeSpan.FromSeconds(2).Ticks;

    private StubAi(int port) => _server = new(port, this, new(this, _hearing, _answers, _faults));

    /// <summary>Without <c>/v1</c>, with a slash at its end; Anthropic's client wants this one.</summary>
    public Uri Address => _server.Address;

    /// <summary>With <c>/v1</c>; OpenAI's client wants this one.</summary>
    public Uri V1 => new(Address, "v1");

    public IReadOnlyList<string> Models { get => Volatile.Read(ref field); set => Volatile.Write(ref field, value); } = ["stub-small", "stub-large", "stub-embed"];

    /// <summary>Another model than these is refused with 404. Null: any model will do.</summary>
    public IReadOnlyCollection<string>? KnownModels { get => Volatile.Read(ref field); set => Volatile.Write(ref field, value); }

    /// <summary>Another key than this, or none, is refused with 401. Null: nobody is asked for one.</summary>
    public string? RequiredKey { get => Volatile.Read(ref field); set => Volatile.Write(ref field, value); }

    /// <summary>How fast an answer is spoken, streamed or not. 0: without limit.</summary>
    public double TokensPerSecond { get => Volatile.Read(ref field); set => Volatile.Write(ref field, value); }

    /// <summary>Of embeddings, where the request does not name a number itself.</summary>
    public int Dimensions { get => Volatile.Read(ref field); set => Volatile.Write(ref field, value); } = 16;

    /// <summary>What <see cref="StubFault.Status429"/> asks for.</summary>
    public int RetryAfterSeconds { get => Volatile.Read(ref field); set => Volatile.Write(ref field, value); } = 1;

    /// <summary>How long <see cref="StubFault.SlowHeaders"/> is silent.</summary>
    public TimeSpan HeaderDelay
    {
        get => new(Volatile.Read(ref _headerDelay));
        set => Volatile.Write(ref _headerDelay, value.Ticks);
    }

    /// <summary>Meets every call that no queued fault meets.</summary>
    public StubFault Fault { get => _faults.Always; set => _faults.Always = value; }

    /// <summary>Everything heard at the protocols' addresses, in the order in which it was complete; also what was refused.</summary>
    public IReadOnlyList<StubCall> Calls => _hearing.Calls;

    /// <summary>How many calls it is at, those included to which it will never say anything; 0 when all clients were answered or are gone.</summary>
    public int Answering => _server.Answering;

    /// <summary>
    /// All that ever came, to be searched for what must not have: paths and queries, headers, bodies as they were, and once more the
    /// strings in them as people read them.
    /// </summary>
    public string EverythingReceived => _hearing.Everything;

    public static async Task<StubAi> StartAsync(int port = 0)
    {
        var stub = new StubAi(port);
        await stub._server.StartAsync();
        return stub;
    }

    /// <summary>From now on it says this.</summary>
    public void Answer(string text) => _answers.Always(_ => text);

    /// <summary>From now on it says what this makes of a call. Null: an echo again.</summary>
    public void AnswerWith(Func<StubCall, string>? answer) => _answers.Always(answer);

    /// <summary>The next call that is answered gets this; several are given in their order.</summary>
    public void AnswerOnce(string text) => _answers.Once(text);

    public void FaultOnce(StubFault fault) => FaultTimes(1, fault);

    /// <summary>The next calls that the fault concerns meet it; queued faults come in their order.</summary>
    public void FaultTimes(int times, StubFault fault) => _faults.Queue(times, fault);

    /// <summary>No fault any more, neither set nor queued.</summary>
    public void ClearFaults() => _faults.Reset();

    /// <summary>Forgets what was heard; what is set stays.</summary>
    public void Clear() => _hearing.Clear();

    /// <summary>Forgets what was heard, and says and does again what it did at its start. Models, key, speed and the like stay.</summary>
    public void Reset()
    {
        Clear();
        ClearFaults();
        _answers.Reset();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
