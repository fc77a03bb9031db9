using System.Diagnostics;
using Mosaic.Bench.Ground;

namespace Mosaic.Bench.Streams;

/// <summary>How much processor time a server had taken by then.</summary>
internal readonly record struct Moment(long At, TimeSpan Processor)
{
    public static Moment Of(ServerProcess server) => new(Stopwatch.GetTimestamp(), server.ProcessorTime);

    /// <summary>Milliseconds of processor time since another moment, less what the server takes when it has nothing to do.</summary>
    /// <param name="before">The moment before.</param>
    /// <param name="idle">The share of one processor that it takes then.</param>
    public double Since(Moment before, double idle) => (Processor - before.Processor - (Stopwatch.GetElapsedTime(before.At, At) * idle)).TotalMilliseconds;
}
