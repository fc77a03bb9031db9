namespace Mosaic.Web.Platform.Outbound;

/// <summary>How much a foreign server may cost us.</summary>
public sealed record OutboundLimits
{
    /// <summary>The longest answer, in bytes after decompression.</summary>
    public int MaxBytes { get; init; } = 1_048_576;

    /// <summary>For everything together: redirects, headers and the whole answer.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(15);

    public int MaxRedirects { get; init; } = 5;
}
