using System.Diagnostics;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>A call that runs. <paramref name="Warning"/> is a sentence when the budget nears its end.</summary>
internal sealed record OpenTurn(Guid Id, string? Warning)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);
}
