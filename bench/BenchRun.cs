using System.Runtime.InteropServices;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Bench.Measure;
using Mosaic.Data.Postgres;
using Npgsql;

namespace Mosaic.Bench;

/// <summary>One run from the first row to the last figure, on a PostgreSQL of its own that ends with it.</summary>
internal sealed class BenchRun(BenchOptions options)
{
    private static readonly string Data = Path.Combine(Path.GetTempPath(), $"mosaic-bench-{Environment.UserName}");

    public async Task<Report> RunAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetUtcNow();
        await using var alone = BeAlone();
        // As safe against power cuts as people's own: what safety costs is part of every figure.
        await using var cluster = await PrivateCluster.StartAsync(Data, durable: true, cancellationToken);
        await using var server = NpgsqlDataSource.Create(cluster.ConnectionString("postgres"));
        var pgbench = await Pgbench.FindAsync(server, cancellationToken);
        var databases = new Databases(cluster, options.Scale);
        var chapters = new List<Chapter>();
        foreach (var workload in options.Workloads)
        {
            Tell($"Measuring {workload.Name} …");
            await using (var setup = new Setup(await databases.CopyAsync(workload.Rows, Tell, cancellationToken), Path.Combine(cluster.Folder, "server.log"), pgbench, options.Scale, options.Turn))
            {
                var lines = await workload.PrepareAsync(setup, cancellationToken);
                if (lines.Count > 0) await Rounds.RunAsync(lines, workload.RoundsOf(options.Rounds), Tell, cancellationToken);
                chapters.Add(new Chapter(workload.Name, lines, await workload.JudgeAsync(setup, cancellationToken)));
            }
            await databases.DropCopyAsync();
        }
        return new Report(began, options.Scale.Name, options.Rounds, options.Turn.TotalSeconds, Setup.Connections, await MachineAsync(server, cancellationToken), chapters);
    }

    private static FileStream BeAlone()
    {
        Directory.CreateDirectory(Data);
        try
        {
            return new FileStream(Path.Combine(Data, "bench.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new BenchTroubleException("Another benchmark is running, and two at once would measure each other: wait for its end.");
        }
    }

    private static async Task<Machine> MachineAsync(NpgsqlDataSource server, CancellationToken cancellationToken)
    {
        await using var connection = await server.OpenConnectionAsync(cancellationToken);
        return new Machine(
            Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20, RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription,
            connection.PostgreSqlVersion.ToString());
    }

    // The table alone goes to the output; what happens meanwhile is for whoever waits.
    private static void Tell(string sentence) => Console.Error.WriteLine(sentence);
}
