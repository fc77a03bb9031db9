using Mosaic.Bench.Ground;
using Mosaic.Bench.Measure;

namespace Mosaic.Bench.Workloads;

/// <summary>Taking a job and ending it, with 400,000 that wait, and how long a new one waits for a worker that has nothing to do.</summary>
internal sealed class JobsWorkload : IWorkload
{
    private const int Queued = 400_000;
    private const int UsualWorkers = 4;
    private const double LeastShare = 0.5;
    private const double MostMilliseconds = 50;
    private const int WarmAfter = 3_000;

    private static readonly int[] Workers = [1, UsualWorkers, 16];

    public string Name => "jobs";

    public async Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken)
    {
        var queue = new JobQueue(setup.Database, setup.Scale.Of(Queued));
        await queue.FillAsync(cancellationToken);
        await queue.SettleAsync(cancellationToken);
        var lines = Workers.Select(workers => LineOf(setup, queue, workers)).ToList();
        var waiting = new Contender(Contest.Ours, async token =>
        {
            await using var aside = await queue.PutAsideAsync(token);
            return await JobHouse.MeasureWaitAsync(setup, UsualWorkers, token);
        });
        return [.. lines, new Line("enqueue → start", null, null, waiting, [Budget.NinetyNinth(waiting, MostMilliseconds)])];
    }

    private static Line LineOf(Setup setup, JobQueue queue, int workers)
    {
        var database = new Contender(Contest.Database, async token =>
        {
            await queue.FillAsync(token);
            return await setup.Pgbench.RunAsync([JobQueue.RawScript], workers, setup.Turn, token);
        });
        var ours = new Contender(Contest.Ours, async token =>
        {
            await queue.FillAsync(token);
            return await JobHouse.MeasureWorkAsync(setup, workers, token);
        }, WarmAfter);
        return new Line(workers == 1 ? "1 worker" : FormattableString.Invariant($"{workers} workers"), database, null, ours, [Budget.Share(ours, database, LeastShare)]);
    }
}
