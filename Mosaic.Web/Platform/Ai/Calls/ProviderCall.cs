using Mosaic.Web.Platform.Ai.Providers;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Platform.Ai.Calls;

/// <summary>One call of a provider with all its tries, within its time: waiting for a place, trying again where that may help, giving up where not.</summary>
internal sealed class ProviderCall(AiSlots slots)
{
    private const int MaxRetries = 2;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Calls <paramref name="attempt"/> up to three times; its argument is how long the provider may be silent. What the caller's token ends
    /// is an <see cref="OperationCanceledException"/>, everything else an <see cref="AiException"/>. <paramref name="canRetry"/> is asked before
    /// another try: false once somebody has seen a part of the answer.
    /// </summary>
    public async Task<T> RunAsync<T>(
        AiConfig config, bool isInteractive, Func<TimeSpan, CancellationToken, Task<T>> attempt, Func<bool> canRetry, CancellationToken cancellationToken)
    {
        var time = config.TimeFor(isInteractive);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(time);
        using var place = await TakePlaceAsync(isInteractive, deadline.Token, cancellationToken);
        for (var retries = 0; ; retries++)
        {
            try
            {
                // A silent provider leaves time for the tries that may follow.
                return await attempt(time / (MaxRetries + 1), deadline.Token);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                var failed = FaultReader.Of(exception, config);
                var pause = failed.RetryAfter ?? FirstPause * Math.Pow(2, retries) * (0.8 + (0.4 * Random.Shared.NextDouble()));
                if (!failed.IsWorthRetrying || retries == MaxRetries || !canRetry() || deadline.IsCancellationRequested) throw failed;
                if (!await PauseAsync(pause, time, deadline.Token)) throw failed;
            }
        }
    }

    private async Task<IDisposable> TakePlaceAsync(bool isInteractive, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await slots.TakeAsync(isInteractive, deadline);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AiException(AiFault.Busy, "Too many questions were waiting for an answer: try again in a minute.");
        }
    }

    /// <summary>False when the time would be over before the pause.</summary>
    private static async Task<bool> PauseAsync(TimeSpan pause, TimeSpan time, CancellationToken deadline)
    {
        if (pause >= time) return false;
        await Task.Delay(pause, deadline).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !deadline.IsCancellationRequested;
    }
}
