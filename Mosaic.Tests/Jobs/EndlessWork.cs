using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Jobs;

/// <summary>Goes on until it is told to stop.</summary>
internal sealed class EndlessWork : IJobHandler
{
    public const string Kind = "test.endless";

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return JobResult.Done;
    }
}
