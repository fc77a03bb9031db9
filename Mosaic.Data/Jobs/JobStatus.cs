namespace Mosaic.Data.Jobs;

/// <summary>Where a job stands; the database accepts no other word.</summary>
public static class JobStatus
{
    /// <summary>Waits for its time or for a worker.</summary>
    public const string Pending = "pending";

    public const string Running = "running";
    public const string Done = "done";

    /// <summary>Was not needed, for a reason.</summary>
    public const string Skipped = "skipped";

    /// <summary>Gave up; a person may try it again.</summary>
    public const string Failed = "failed";

    public static IReadOnlyList<string> All { get; } = [Pending, Running, Done, Skipped, Failed];
}
