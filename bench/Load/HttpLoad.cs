using System.Diagnostics;

namespace Mosaic.Bench.Load;

/// <summary>Keeps a few connections busy for a time: each asks, waits for the whole answer, and asks again.</summary>
internal sealed class HttpLoad(Uri server, IReadOnlyList<byte[]> requests, int connections)
{
    /// <summary>The beginning of a turn does not count: connections are opened, and what was kept in memory has ended meanwhile.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    public async Task<Sample> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp() + Ticks(Settling);
        var end = begin + Ticks(duration);
        var workers = Enumerable.Range(0, connections)
            .Select(number => Task.Factory.StartNew(() => Work(number, begin, end, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        return Sample.Of([.. (await Task.WhenAll(workers)).SelectMany(times => times)], duration);
    }

    private List<double> Work(int number, long begin, long end, CancellationToken cancellationToken)
    {
        using var connection = new HttpConnection(server);
        var times = new List<double>(16 * 1024);
        // Each begins elsewhere, so that no two ask for the same at the same time.
        for (var next = number * requests.Count / connections; !cancellationToken.IsCancellationRequested; next++)
        {
            var asked = Stopwatch.GetTimestamp();
            if (asked >= end) break;
            connection.Exchange(requests[next % requests.Count]);
            var answered = Stopwatch.GetTimestamp();
            if (answered > begin && answered <= end) times.Add(Stopwatch.GetElapsedTime(asked, answered).TotalMilliseconds);
        }
        return times;
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
