using System.Diagnostics;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Bench.Measure;
using Mosaic.Data.Search;
using Npgsql;

namespace Mosaic.Bench.Workloads;

/// <summary>Contenders that are asked in this process, one question after the other.</summary>
internal static class Asking
{
    /// <summary>As many passages as the app looks at.</summary>
    private const int Passages = 500;

    public static Contender Of(string name, Setup setup, Func<CancellationToken, Task> ask) => new(name, async token =>
    {
        var (times, from) = (new List<double>(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(from) < setup.Turn && !token.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await ask(token);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return Sample.Of(times, Stopwatch.GetElapsedTime(from));
    });

    public static Contender Ours(Setup setup, SearchRequest request) => Of(Contest.Ours, setup, token => setup.Database.SearchAsync(request, token));

    /// <summary>The same statement, whose rows are read and thrown away.</summary>
    public static Contender Raw(Setup setup, SearchRequest request) => Of("raw", setup, async token =>
    {
        await using var batch = setup.Database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(SearchQueries.Planning));
        batch.BatchCommands.Add(SearchSql.Write(request, Passages, isEveryWord: request.Terms.Count > 1));
        await using var reader = await batch.ExecuteReaderAsync(token);
        do
        {
            while (await reader.ReadAsync(token))
            {
            }
        }
        while (await reader.NextResultAsync(token));
    });
}
