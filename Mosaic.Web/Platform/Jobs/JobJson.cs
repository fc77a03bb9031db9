namespace Mosaic.Web.Platform.Jobs;

/// <summary>A job as programs see it. <c>reason</c> says why it failed, waits or was skipped; <c>progress</c> is 0 to 1, where it is known.</summary>
public sealed record JobJson(
    Guid Id, string Kind, string Title, string Status, string? UserName, int Attempts, int MaxAttempts, string? Reason, float? Progress,
    DateTimeOffset RunAfter, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static readonly JobJson Example = new(
        new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e06"), "memo.tags", "Propose tags", "pending", "ada", 1, 8, "127.0.0.1 took too long to answer.", null,
        new(2026, 3, 1, 8, 16, 0, TimeSpan.Zero), new(2026, 3, 1, 8, 15, 0, TimeSpan.Zero), new(2026, 3, 1, 8, 15, 30, TimeSpan.Zero));

    public static JobJson Of(JobLine job) => new(
        job.Id, job.Kind, job.Title, job.Status, job.UserName, job.Attempts, job.MaxAttempts, job.Reason, job.Progress, job.RunAfter, job.CreatedAt, job.UpdatedAt);
}
