namespace Mosaic.Data.Postgres;

/// <summary>The database of one process, wherever it comes from; disposing leaves the private cluster where there is one.</summary>
public sealed class OpenDatabase : IAsyncDisposable
{
    internal const string Name = "mosaic";

    private readonly PrivateCluster? _cluster;

    private OpenDatabase(string connectionString, PrivateCluster? cluster = null) => (ConnectionString, _cluster) = (connectionString, cluster);

    public string ConnectionString { get; }

    /// <summary>
    /// In this order: the connection string given, a Docker engine that answers, a private cluster in the data directory.
    /// A data directory that holds a cluster, or was used with Docker, stays with that: nobody shall find an empty notebook
    /// because Docker was installed or is not running today.
    /// </summary>
    /// <exception cref="DatabaseTroubleException">None of them can be had; the message says what to do.</exception>
    public static async Task<OpenDatabase> OpenAsync(string? connectionString, string dataDirectory, CancellationToken cancellationToken = default)
    {
        // Files lie there wherever the database is.
        ClusterMaker.MakeDataDirectory(new ClusterPlace(dataDirectory));
        if (!string.IsNullOrWhiteSpace(connectionString)) return new(connectionString);
        if (!PrivateCluster.ExistsIn(dataDirectory) && await DockerDatabase.TryStartAsync(dataDirectory, cancellationToken) is { } inDocker)
            return new(inDocker);
        var cluster = await PrivateCluster.StartAsync(dataDirectory, cancellationToken: cancellationToken);
        try
        {
            await cluster.EnsureDatabaseAsync(Name, cancellationToken);
            return new(cluster.ConnectionString(Name), cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
