namespace Mosaic.Web.Platform.Jobs;

/// <summary>
/// Does the jobs of one kind; made anew for each, in a scope of its own. It may run again for the same job, after a crash even when its
/// work was done: so that what it does must have one effect however often it runs.
/// </summary>
public interface IJobHandler
{
    /// <summary>
    /// An <see cref="IExplained"/> exception says whether to try again and why it failed, for people to read; any other is tried again.
    /// The token ends when the server stops or the job was taken away.
    /// </summary>
    Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken);
}
