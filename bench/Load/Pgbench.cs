using System.Diagnostics;
using System.Globalization;
using Mosaic.Bench.Ground;
using Mosaic.Data.Postgres;
using Npgsql;

namespace Mosaic.Bench.Load;

/// <summary>PostgreSQL's own load program: what the database gives when nothing stands before it.</summary>
internal sealed class Pgbench(string program, string connectionString)
{
    /// <exception cref="BenchTroubleException">This PostgreSQL came without pgbench.</exception>
    public static async Task<string> FindAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var postgres = await PostgresInstallation.FindAsync(connection.PostgreSqlVersion.Major, cancellationToken);
        // A program on the path may be a link to the folder where all of them are.
        var folder = Path.GetDirectoryName(File.ResolveLinkTarget(postgres.Program("postgres"), returnFinalTarget: true)?.FullName) ?? postgres.Folder;
        var program = Path.Combine(folder, "pgbench");
        return File.Exists(program) ? program : throw new BenchTroubleException(
            $"pgbench is not in {folder}, where PostgreSQL's other programs are: install the package that brings it (often postgresql-contrib), then run ./mosaic bench again.");
    }

    /// <summary>Runs the scripts in random order on as many connections as the servers are asked by.</summary>
    public async Task<Sample> RunAsync(IReadOnlyList<string> scripts, int connections, TimeSpan duration, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("mosaic-pgbench-");
        try
        {
            var files = scripts.Select((script, number) => (Path: Path.Combine(folder.FullName, $"{number}.sql"), Script: script)).ToList();
            foreach (var file in files) await File.WriteAllTextAsync(file.Path, file.Script, cancellationToken);
            await StartAsync(folder.FullName, files.Select(file => file.Path), connections, duration, cancellationToken);
            return Read(folder, duration);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task StartAsync(string folder, IEnumerable<string> scripts, int connections, TimeSpan duration, CancellationToken cancellationToken)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        string[] arguments =
        [
            // As Npgsql sends statements that were not prepared: parsed and planned each time, values apart.
            "--no-vacuum", "--protocol=extended", "--log", "--random-seed=1",
            .. new[] { $"--client={connections}", $"--jobs={Math.Min(connections, Environment.ProcessorCount)}", $"--time={(int)Math.Ceiling(duration.TotalSeconds)}" },
            // New ids begin with the time, as those of the app do.
            $"--define=high={TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds():x12}7000", "--define=n=0",
            $"--host={database.Host}", $"--port={database.Port}", $"--username={database.Username}",
            .. scripts.Select(script => $"--file={script}"), database.Database!,
        ];
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            await output;
            if (process.ExitCode != 0) throw new BenchTroubleException($"pgbench could not run what the app sends: {(await error).Trim()}");
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    /// <summary>Its log has a line for each transaction, whose third word is the time it took in microseconds.</summary>
    private static Sample Read(DirectoryInfo folder, TimeSpan duration) => Sample.Of(
        [.. folder.EnumerateFiles("pgbench_log.*").SelectMany(file => File.ReadLines(file.FullName)).Select(line => double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) / 1000)],
        duration);
}
