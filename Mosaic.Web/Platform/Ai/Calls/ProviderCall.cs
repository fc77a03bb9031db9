using System.Diagnostics;
using Mosaic.Web.Platform.Ai.Providers;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Platform.Ai.Calls;

/// <summary>One call of a provider with all its tries, within its time: waiting for a place, trying again where that may help, giving up where not.</summary>
internal sealed class ProviderCall(AiSlots slots)
{
    /// <summary>Before the second try; each pause after it is twice as long, and all are up to a fifth longer or shorter.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Calls <paramref name="attempt"/> as often as the settings allow; its argument is how long the provider may be silent. What the caller's token ends
    /// is an <see cref="OperationCanceledException"/>, everything else an <see cref="AiException"/>. <paramref name="canRetry"/> is asked before
    /// another try: false once somebody has seen a part of the answer.
    /// </summary>
    public async Task<T> RunAsync<T>(
        AiConfig config, bool isInteractive, Func<TimeSpan, CancellationToken, Task<T>> attempt, Func<bool> canRetry, CancellationToken cancellationToken)
    {
        var (time, started) = (config.TimeFor(isInteractive), Stopwatch.GetTimestamp());
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(time);
        using var place = await TakePlaceAsync(isInteractive, deadline.Token, cancellationToken);
        for (var retries = 0; ; retries++)
        {
            try
            {
                // A silent provider leaves time for the tries that may follow.
                return await attempt(time / (config.MaxRetries + 1), deadline.Token);
            }
            catch (Exception exception) when (exception is not HearerException)
            {
                // The caller's end looks different in each client, and is nobody's failure.
                cancellationToken.ThrowIfCancellationRequested();
                var failed = FaultReader.Of(exception, config);
                if (!failed.IsWorthRetrying || retries == config.MaxRetries || !canRetry()) throw failed;
                var pause = failed.RetryAfter ?? FirstPause * Math.Pow(2, retries) * (0.8 + (0.4 * Random.Shared.NextDouble()));
                // A try that would come too late is not waited for.
                if (pause >= time - Stopwatch.GetElapsedTime(started)) throw failed;
                await Task.Delay(pause, cancellationToken);
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
}
