using System.Text.Json;
using Mosaic.Data.Jobs;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>One try of a job.</summary>
public sealed class JobRun(ClaimedJob job, Func<double, CancellationToken, Task>? showProgress = null)
{
    public Guid Id => job.Id;

    public string Kind => job.Kind;

    /// <summary>About whose things it is.</summary>
    /// <exception cref="InvalidOperationException">It is work of the house.</exception>
    public Guid UserId => job.UserId ?? throw new InvalidOperationException($"A job of kind {job.Kind} belongs to nobody.");

    /// <summary>What it was given, as it was put in.</summary>
    public T Payload<T>() => JsonSerializer.Deserialize<T>(job.Payload, JobPayload.Json)
        ?? throw new InvalidOperationException($"The payload of a job of kind {job.Kind} is empty.");

    /// <summary>Says how far it is, 0 to 1, to whoever looks at the list of jobs.</summary>
    public Task ShowProgressAsync(double progress, CancellationToken cancellationToken) => showProgress?.Invoke(progress, cancellationToken) ?? Task.CompletedTask;
}
