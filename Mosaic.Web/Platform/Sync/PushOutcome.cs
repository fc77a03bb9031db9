namespace Mosaic.Web.Platform.Sync;

/// <summary>What became of a change of a device.</summary>
public abstract record PushOutcome
{
    private PushOutcome()
    {
    }

    /// <param name="Current">The row as it is now; null when it is gone for good.</param>
    public sealed record Applied(object? Current) : PushOutcome;

    /// <summary>The row changed since the device saw it, and nothing was written.</summary>
    /// <param name="Current">The row as it is now; null when it is gone for good.</param>
    public sealed record Conflict(object? Current) : PushOutcome;

    /// <summary>A rule refuses it; sending it again will not help.</summary>
    public sealed record Refused(string Sentence) : PushOutcome;
}
