namespace Mosaic.Web.Platform.Jobs;

/// <summary>How jobs are worked at.</summary>
public sealed record JobOptions
{
    /// <summary>Jobs at once in this process: 1 to 64. Half of them do no <see cref="JobKind.IsSlow"/> work.</summary>
    public int Workers { get; init; } = 8;

    /// <summary>How long a job stays with a worker that says nothing; a dead one's jobs wait this long.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stopping server lets its jobs go on before it takes them away.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long what ended is kept to be looked at.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromDays(7);
}
