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
            times.Add(await TimeAsync(ask, token));
        }
        return Sample.Of(times, Stopwatch.GetElapsedTime(from));
    });

    /// <summary>
    /// Contenders that are asked question by question: nobody meets another minute of the machine than the others, nor a processor that holds nothing but
    /// what the same question needed a moment ago. A turn takes as long as one of each.
    /// </summary>
    public static IReadOnlyList<Contender> InTurn(Setup setup, params (string Name, Func<CancellationToken, Task> Ask)[] all)
    {
        IReadOnlyList<Sample> taken = [];
        return [.. all.Select((one, place) => new Contender(one.Name, async token =>
        {
            if (place == 0) taken = await AskInTurnAsync(setup, all, token);
            return taken[place];
        }))];
    }

    private static async Task<IReadOnlyList<Sample>> AskInTurnAsync(Setup setup, (string Name, Func<CancellationToken, Task> Ask)[] all, CancellationToken token)
    {
        var times = Array.ConvertAll(all, _ => new List<double>());
        var from = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(from) < setup.Turn * all.Length && !token.IsCancellationRequested)
        {
            foreach (var (one, its) in all.Zip(times)) its.Add(await TimeAsync(one.Ask, token));
        }
        return [.. times.Select(its => Sample.Of(its, TimeSpan.FromMilliseconds(its.Sum())))];
    }

    private static async Task<double> TimeAsync(Func<CancellationToken, Task> ask, CancellationToken token)
    {
        var began = Stopwatch.GetTimestamp();
        await ask(token);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

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
