using Npgsql;

namespace Mosaic.Data.Postgres;

/// <summary>
/// A PostgreSQL of our own in a data directory. Processes share it: the first starts it, one that a killed process left behind
/// is used again, and the last to leave stops it.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private readonly ClusterPlace _place;
    private readonly Postmaster _server;
    private FileStream? _use;

    private PrivateCluster(ClusterPlace place, Postmaster server, FileStream use) => (_place, _server, _use) = (place, server, use);

    /// <summary>The folder the cluster lives in: inside the data directory unless root's PostgreSQL could not enter that.</summary>
    public string Folder => _place.Cluster;

    public int ServerProcessId => _server.ProcessId;

    /// <summary>Whether this data directory holds a cluster already.</summary>
    public static bool ExistsIn(string dataDirectory) =>
        new ClusterPlace(dataDirectory) is var place && (File.Exists(place.LocationFile) || Directory.Exists(place.Cluster));

    /// <param name="dataDirectory">Made where it is missing.</param>
    /// <param name="durable">False only for tests: what was committed may be lost in a power cut.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="DatabaseTroubleException">It cannot be started; the message says what to do.</exception>
    public static async Task<PrivateCluster> StartAsync(string dataDirectory, bool durable = true, CancellationToken cancellationToken = default)
    {
        var place = new ClusterPlace(dataDirectory);
        ClusterMaker.MakeDataDirectory(place);
        try
        {
            await using var alone = await FileLock.WaitAsync(place.LockFile, cancellationToken);
            var use = FileLock.Together(place.UsersFile);
            try
            {
                return new(place, await ServerProgram.EnsureRunsAsync(place, durable, cancellationToken), use);
            }
            catch
            {
                await use.DisposeAsync();
                throw;
            }
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new DatabaseTroubleException(
                $"The database in {place.Cluster} belongs to another user: start Mosaic as that user, or name another folder in MOSAIC_DATA.", exception);
        }
    }

    public string ConnectionString(string database) => ServerProgram.ConnectionString(_server, database);

    /// <summary>Makes the database unless it is there.</summary>
    public async Task EnsureDatabaseAsync(string database, CancellationToken cancellationToken = default)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var find = source.CreateCommand("SELECT 1 FROM pg_database WHERE datname = $1");
        find.Parameters.AddWithValue(database);
        if (await find.ExecuteScalarAsync(cancellationToken) is not null) return;
        try
        {
            await using var create = source.CreateCommand($"CREATE DATABASE \"{database}\"");
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process that starts at the same time was faster.
        }
    }

    /// <summary>Stops the server of a data directory if nobody uses it.</summary>
    public static async Task<LeftoverOutcome> StopLeftoverAsync(string dataDirectory, CancellationToken cancellationToken = default)
    {
        var place = new ClusterPlace(dataDirectory);
        if (!Directory.Exists(place.Cluster)) return LeftoverOutcome.NothingRan;
        await using var alone = await FileLock.WaitAsync(place.LockFile, cancellationToken);
        await using var last = FileLock.TryAlone(place.UsersFile);
        if (last is null) return LeftoverOutcome.InUse;
        return await ServerProgram.StopAsync(place, cancellationToken) ? LeftoverOutcome.Stopped : LeftoverOutcome.NothingRan;
    }

    /// <summary>Leaves the cluster, and stops it if nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _use, null) is not { } use) return;
        await use.DisposeAsync();
        await StopLeftoverAsync(_place.DataDirectory);
    }
}
