namespace Mosaic.Web.Platform.Jobs;

/// <summary>How a job ended that did not fail.</summary>
public abstract record JobResult
{
    private JobResult()
    {
    }

    public static JobResult Done { get; } = new Finished();

    /// <summary>There was nothing to do, for this reason, in words for people.</summary>
    public static JobResult Skip(string reason) => new Skipped(reason);

    /// <summary>It has to wait, and this try does not count.</summary>
    public static JobResult WaitUntil(DateTimeOffset at, string reason) => new Waits(at, reason);

    internal sealed record Finished : JobResult;

    internal sealed record Skipped(string Reason) : JobResult;

    internal sealed record Waits(DateTimeOffset At, string Reason) : JobResult;
}
