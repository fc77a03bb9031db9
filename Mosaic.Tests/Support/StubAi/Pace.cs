using System.Diagnostics;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>So many tokens in a second, measured from the first, so that coarse timers do not add up. 0: without limit.</summary>
internal sealed class Pace(double tokensPerSecond)
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private int _tokens;

    public async Task NextAsync(CancellationToken cancellationToken)
    {
        if (tokensPerSecond <= 0) return;
        var wait = TimeSpan.FromSeconds(++_tokens / tokensPerSecond) - Stopwatch.GetElapsedTime(_began);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, cancellationToken);
    }
}
