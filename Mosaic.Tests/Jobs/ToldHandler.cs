using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Jobs;

/// <summary>Does what a test tells it.</summary>
internal sealed class ToldHandler(Func<JobRun, CancellationToken, Task<JobResult>> act) : IJobHandler
{
    public const string Kind = "test.work";

    public Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken) => act(run, cancellationToken);
}
