using System.Globalization;
using Npgsql;

namespace Mosaic.Data.Postgres;

/// <summary>Starts and stops the server of a cluster. Callers hold the cluster's lock.</summary>
internal static class ServerProgram
{
    private const int LongestLogBytes = 5_000_000;

    public static async Task<Postmaster> EnsureRunsAsync(ClusterPlace place, bool durable, CancellationToken cancellationToken)
    {
        var postgres = await PostgresInstallation.FindAsync(place.Major, cancellationToken);
        if (place.Major is null) await ClusterMaker.MakeAsync(place, postgres, durable, cancellationToken);
        var server = Postmaster.Find(place.Cluster) ?? await StartAsync(place, postgres, durable, cancellationToken);
        await WaitForAnswerAsync(place, server, cancellationToken);
        return server;
    }

    /// <summary>Ends every session and stops; false if no server ran.</summary>
    public static async Task<bool> StopAsync(ClusterPlace place, CancellationToken cancellationToken)
    {
        if (Postmaster.Find(place.Cluster) is null) return false;
        var postgres = await PostgresInstallation.FindAsync(place.Major, cancellationToken);
        var stopped = await PostgresProgram.RunAsOwnerAsync(
            postgres.Program("pg_ctl"), ["stop", "-D", place.Cluster, "-m", "fast", "-w", "-t", "60"], cancellationToken);
        if (!stopped.Succeeded && Postmaster.Find(place.Cluster) is { } server)
            throw new DatabaseTroubleException($"PostgreSQL (process {server.ProcessId}) did not stop within a minute ({stopped.Complaint}): look into {place.LogFile}.");
        return true;
    }

    public static string ConnectionString(Postmaster server, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = server.SocketFolder,
        Port = server.Port,
        Username = ClusterMaker.Owner,
        Database = database,
    }.ConnectionString;

    private static async Task<Postmaster> StartAsync(ClusterPlace place, PostgresInstallation postgres, bool durable, CancellationToken cancellationToken)
    {
        if (place.SocketFolder != place.Cluster) await ClusterMaker.MakeOwnedFolderAsync(place.SocketFolder, cancellationToken);
        if (new FileInfo(place.LogFile) is { Exists: true, Length: > LongestLogBytes } log) log.Delete();
        var settings = Settings(place, ClusterPort.Keep(place.PortFile), durable).Select(setting => $"-c '{setting}'");
        var started = await PostgresProgram.RunAsOwnerAsync(
            postgres.Program("pg_ctl"),
            ["start", "-D", place.Cluster, "-l", place.LogFile, "-w", "-t", "60", "-o", string.Join(' ', settings)],
            cancellationToken);
        if (started.Succeeded && Postmaster.Find(place.Cluster) is { } server) return server;
        throw new DatabaseTroubleException($"PostgreSQL did not start ({LastWords(place) ?? started.Complaint}): look into {place.LogFile}.");
    }

    /// <summary>Small enough for a laptop that does other things; a browser's circuits and tests need many connections for a moment.</summary>
    private static IEnumerable<string> Settings(ClusterPlace place, int port, bool durable)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"port={port}");
        yield return "listen_addresses=127.0.0.1";
        yield return $"unix_socket_directories={place.SocketFolder}";
        yield return "max_connections=200";
        yield return "shared_buffers=128MB";
        yield return "timezone=UTC";
        yield return "log_timezone=UTC";
        if (durable) yield break;
        yield return "fsync=off";
        yield return "synchronous_commit=off";
        yield return "full_page_writes=off";
        yield return "autovacuum=off";
    }

    /// <summary>A server that recovers from a crash answers only when it is done.</summary>
    private static async Task WaitForAnswerAsync(ClusterPlace place, Postmaster server, CancellationToken cancellationToken)
    {
        NpgsqlException? last = null;
        for (var attempt = 0; attempt < 240; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString(server, "postgres") + ";Pooling=false");
                await connection.OpenAsync(cancellationToken);
                return;
            }
            catch (NpgsqlException exception)
            {
                last = exception;
                await Task.Delay(250, cancellationToken);
            }
        }
        throw new DatabaseTroubleException(
            $"PostgreSQL (process {server.ProcessId}) runs on {place.Cluster} and does not answer: run ./mosaic stop, then start again.", last!);
    }

    private static string? LastWords(ClusterPlace place) => File.Exists(place.LogFile)
        ? File.ReadLines(place.LogFile).LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal) || line.Contains("ERROR", StringComparison.Ordinal))
        : null;
}
