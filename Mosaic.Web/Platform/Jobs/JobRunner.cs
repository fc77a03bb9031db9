using System.Diagnostics;
using Mosaic.Data.Jobs;
using Mosaic.Web.Platform.Telemetry;
using Npgsql;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>Has one job done and writes down how it ended.</summary>
internal sealed partial class JobRunner(
    IServiceScopeFactory scopes, JobKinds kinds, JobClaims claims, JobLeases leases, JobNews news, TimeProvider clock, ILogger<JobRunner> logger)
{
    private const string Unknown = "This server does not know this kind of work; a newer one put it in.";
    private const string Unexplained = "Something went wrong inside Mosaic; the server's log has the details.";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public async Task RunAsync(ClaimedJob job, CancellationToken stoppingToken)
    {
        using var lease = leases.Hold(job.Id);
        await WriteDownAsync(await TryAsync(job, lease.Token, stoppingToken));
    }

    /// <summary>Answers with what is to be written down about it.</summary>
    private async Task<Func<Task>> TryAsync(ClaimedJob job, CancellationToken leaseToken, CancellationToken stoppingToken)
    {
        using var activity = MosaicActivity.Start("Jobs", job.Kind);
        try
        {
            // A handler that does not hear that the server stops is left alone with it; its job is not.
            var result = await HandleAsync(job, leaseToken).WaitAsync(leases.GivenUp);
            return () => EndAsync(job, result);
        }
        catch (Exception) when (leaseToken.IsCancellationRequested)
        {
            // Whatever it threw, it was told to stop in the middle, which is nobody's failure. Taken away by a person or another worker, it is
            // no longer ours to put back, and PutBack changes nothing.
            var reason = stoppingToken.IsCancellationRequested ? "The server was stopping." : "Its worker was too slow.";
            return () => claims.PutBackAsync(job, clock.GetUtcNow(), reason, counts: false, CancellationToken.None);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            return Failure(job, exception);
        }
    }

    /// <summary>What was done is not to be done again because one connection was lost. After that the lease ends, and somebody else tries.</summary>
    private static async Task WriteDownAsync(Func<Task> write)
    {
        for (var pause = FirstPause; ; pause *= 4)
        {
            try
            {
                await write();
                return;
            }
            catch (NpgsqlException) when (pause < LongestPause)
            {
                await Task.Delay(pause);
            }
        }
    }

    private async Task<JobResult> HandleAsync(ClaimedJob job, CancellationToken cancellationToken)
    {
        if (kinds.Find(job.Kind) is not { } kind) return JobResult.WaitUntil(clock.GetUtcNow().AddMinutes(10), Unknown);
        await using var scope = scopes.CreateAsyncScope();
        var handler = (IJobHandler)scope.ServiceProvider.GetRequiredService(kind.Handler);
        return await handler.RunAsync(new JobRun(job, ShowAsync), cancellationToken);

        async Task ShowAsync(double progress, CancellationToken token)
        {
            if (await claims.ShowProgressAsync(job, progress, token)) news.Changed();
        }
    }

    private Task<bool> EndAsync(ClaimedJob job, JobResult result) => result switch
    {
        JobResult.Skipped skipped => claims.EndAsync(job, JobStatus.Skipped, skipped.Reason, CancellationToken.None),
        JobResult.Waits waits => claims.PutBackAsync(job, waits.At, waits.Reason, counts: false, CancellationToken.None),
        _ => claims.EndAsync(job, JobStatus.Done, null, CancellationToken.None),
    };

    private Func<Task> Failure(ClaimedJob job, Exception exception)
    {
        var explained = exception as IExplained;
        if (explained is null) LogFailed(exception, job.Kind, job.Id);
        else LogExplained(job.Kind, job.Id, explained.Sentence);
        var sentence = explained?.Sentence ?? Unexplained;
        if (explained is { IsWorthRetrying: false } || job.Attempts >= job.MaxAttempts) return () => claims.EndAsync(job, JobStatus.Failed, sentence, CancellationToken.None);
        var wait = JobBackoff.After(job.Attempts, Random.Shared.NextDouble());
        if (explained?.RetryAfter is { } told && told > wait) wait = told;
        return () => claims.PutBackAsync(job, clock.GetUtcNow() + wait, sentence, counts: true, CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "A job of kind {Kind} failed: {Id}")]
    private partial void LogFailed(Exception exception, string kind, Guid id);

    [LoggerMessage(LogLevel.Warning, "A job of kind {Kind} failed: {Id}: {Reason}")]
    private partial void LogExplained(string kind, Guid id, string reason);
}
