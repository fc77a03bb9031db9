using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Mosaic.Tests.Jobs;

/// <summary>Waits for what another task does, no longer than needed.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> holds, double seconds = 20, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed.TotalSeconds < seconds, $"Not within {seconds} s: {what}");
            await Task.Delay(20);
        }
    }

    public static Task TrueAsync(Func<bool> holds, double seconds = 20, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        TrueAsync(() => Task.FromResult(holds()), seconds, what);
}
