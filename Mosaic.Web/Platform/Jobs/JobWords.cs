using Mosaic.Data.Jobs;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>How jobs are spoken of.</summary>
public static class JobWords
{
    public static string StatusOf(string status) => status switch
    {
        JobStatus.Pending => "waiting",
        JobStatus.Running => "running",
        JobStatus.Done => "done",
        JobStatus.Skipped => "skipped",
        JobStatus.Failed => "failed",
        _ => status,
    };

    /// <summary>The class of its chip.</summary>
    public static string? ToneOf(string status) => status switch
    {
        JobStatus.Failed => "off",
        JobStatus.Running => "on",
        _ => null,
    };

    /// <summary>When it was put in, how often it was tried and when it is tried next.</summary>
    public static string FactsOf(JobLine job, Person reader, DateTimeOffset now)
    {
        var facts = new List<string> { $"since {At(reader, job.CreatedAt)}" };
        if (job.UserName is { } name && name != reader.UserName) facts.Insert(0, $"@{name}");
        if (job.Attempts > 0) facts.Add(job.Status == JobStatus.Done && job.Attempts == 1 ? "first try" : $"try {job.Attempts} of {job.MaxAttempts}");
        if (job.Status == JobStatus.Pending && job.RunAfter > now) facts.Add($"next try {At(reader, job.RunAfter)}");
        return string.Join(" · ", facts);
    }

    /// <summary>Whether a person can have it tried at once.</summary>
    public static bool CanRetry(JobLine job) => job.Status is JobStatus.Failed or JobStatus.Pending;

    public static bool CanDiscard(JobLine job) => job.Status is JobStatus.Failed or JobStatus.Pending or JobStatus.Running;

    private static string At(Person reader, DateTimeOffset at) => reader.LocalTime(at).ToString("d MMM, HH:mm:ss", reader.Culture);
}
