using System.Diagnostics;
using System.Globalization;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Bench.Measure;
using Mosaic.Bench.Rows;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Bench.Workloads;

/// <summary>Putting the memos of the largest person into the index of meaning with the offline helper, as a new model or an upgrade has it done.</summary>
internal sealed class EmbedWorkload : IWorkload
{
    private const string Helper = "helper";
    private const int Texts = 2_000;
    private const double LeastShare = 0.7;

    public string Name => "embed";

    public async Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken)
    {
        var (person, memos) = (setup.House.Largest, setup.House.Largest.MemoCount);
        var voice = Voice.Of(person);
        string[] texts = [.. Enumerable.Range(0, Math.Min(memos, Texts)).SelectMany(memo => PassageCutter.Cut(MemoText.Of(person, voice, memo)))];
        await ExecuteAsync(setup, $"UPDATE memos SET ai_excluded = true WHERE user_id <> '{person.Id}'", cancellationToken);
        await ExecuteAsync(setup, "VACUUM ANALYZE memos", cancellationToken);
        var app = await setup.BuildAppAsync(cancellationToken);

        var helper = new Contender(Helper, token => Task.Run(() => Embed(texts, setup.Turn, token), token), texts.Length);
        var ours = new Contender(Contest.Ours, token => IndexAsync(setup, app, memos, token));
        return [new Line(FormattableString.Invariant($"index {memos:N0} memos"), null, helper, ours, [Budget.Share(ours, helper, LeastShare)])];
    }

    private static Sample Embed(string[] texts, TimeSpan turn, CancellationToken cancellationToken)
    {
        var (times, from) = (new List<double>(), Stopwatch.GetTimestamp());
        for (var next = 0; Stopwatch.GetElapsedTime(from) < turn && !cancellationToken.IsCancellationRequested; next++)
        {
            var began = Stopwatch.GetTimestamp();
            OfflineEmbedding.Embed(texts[next % texts.Length]);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return Sample.Of(times, Stopwatch.GetElapsedTime(from));
    }

    /// <summary>Goes on where the turn before stopped, so that each turn meets an index that grows, as in a house; begins anew when little is left.</summary>
    private static async Task<Sample> IndexAsync(Setup setup, AppInside app, int memos, CancellationToken cancellationToken)
    {
        if (await PlacedAsync(setup, "source_id", cancellationToken) > memos / 2) await ExecuteAsync(setup, "TRUNCATE passages CASCADE", cancellationToken);
        var before = await PlacedAsync(setup, "*", cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var job = app.RunAsync<IndexAll>(stop.Token);
        // What it finds out before it begins is once for all memos, and would weigh too much in a short turn.
        while (!job.IsCompleted && await PlacedAsync(setup, "*", cancellationToken) == before) await Task.Delay(20, cancellationToken);
        var (from, first) = (Stopwatch.GetTimestamp(), await PlacedAsync(setup, "*", cancellationToken));
        await Task.WhenAny(job, Task.Delay(setup.Turn, cancellationToken));
        var (elapsed, last) = (Stopwatch.GetElapsedTime(from), await PlacedAsync(setup, "*", cancellationToken));
        await stop.CancelAsync();
        await ((Task)job).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (job.IsFaulted) throw new BenchTroubleException($"The index could not be made: {job.Exception!.InnerException!.Message}");
        return new Sample((int)(last - first), (last - first) / elapsed.TotalSeconds, elapsed.TotalMilliseconds / Math.Max(1, last - first), 0);
    }

    private static async Task<long> PlacedAsync(Setup setup, string what, CancellationToken cancellationToken)
    {
        await using var command = setup.Database.CreateCommand($"SELECT count({(what == "*" ? "*" : $"DISTINCT {what}")}) FROM passage_embeddings");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(Setup setup, string sql, CancellationToken cancellationToken)
    {
        await using var command = setup.Database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
