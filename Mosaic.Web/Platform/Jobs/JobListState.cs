namespace Mosaic.Web.Platform.Jobs;

/// <summary>A list of jobs as a page shows it: the newest first, more on demand, with how many there are of each status.</summary>
public sealed record JobListState(IReadOnlyList<JobLine> Jobs, IReadOnlyDictionary<string, int> Counts)
{
    public bool HasMore => Jobs.Count > 0 && Jobs.Count % JobDesk.PageSize == 0;

    /// <summary>Reads as many as are shown already, so that news do not shorten the list.</summary>
    public static async Task<JobListState> ReadAsync(JobDesk desk, JobFilter filter, int shown, CancellationToken cancellationToken = default) => new(
        await desk.PageAsync(filter, size: Math.Max(JobDesk.PageSize, shown), cancellationToken: cancellationToken), await desk.CountsAsync(filter, cancellationToken));

    public async Task<JobListState> WithMoreAsync(JobDesk desk, JobFilter filter, CancellationToken cancellationToken = default) =>
        this with { Jobs = [.. Jobs, .. await desk.PageAsync(filter, Jobs[^1].Id, cancellationToken: cancellationToken)] };
}
