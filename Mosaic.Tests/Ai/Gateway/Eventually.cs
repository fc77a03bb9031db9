using System.Diagnostics;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>Waits for what happens elsewhere, as short as possible.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(20);

    public static Task HoldsAsync(Func<bool> condition) => HoldsAsync(() => Task.FromResult(condition()));

    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Most) throw new TimeoutException("It did not come to hold.");
            await Task.Delay(20);
        }
    }
}
