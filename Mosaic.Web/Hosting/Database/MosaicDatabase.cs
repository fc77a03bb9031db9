using Mosaic.Data.Postgres;
using Mosaic.Web.Platform.Configuration;
using Npgsql;

namespace Mosaic.Web.Hosting.Database;

/// <summary>The app's database: opened before the first request, left (and, if it is our own and nobody else's, stopped) when the app ends.</summary>
internal sealed class MosaicDatabase(MosaicOptions options) : IAsyncDisposable, IDisposable
{
    private OpenDatabase? _open;
    private NpgsqlDataSource? _source;

    public NpgsqlDataSource Source => _source ?? throw new InvalidOperationException("The database is opened by PrepareMosaicAsync.");

    /// <exception cref="DatabaseTroubleException">It cannot be had; the message says what to do.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        _open = await OpenDatabase.OpenAsync(options.Database, options.DataDirectory, cancellationToken);
        try
        {
            _source = new NpgsqlDataSourceBuilder(_open.ConnectionString).Build();
            await using var connection = await _source.OpenConnectionAsync(cancellationToken);
            if (connection.PostgreSqlVersion.Major < PostgresInstallation.OldestMajor)
                throw new DatabaseTroubleException(
                    $"The database server is PostgreSQL {connection.PostgreSqlVersion.Major}: Mosaic needs {PostgresInstallation.OldestMajor} or newer.");
        }
        catch (Exception exception) when (exception is ArgumentException or NpgsqlException)
        {
            throw new DatabaseTroubleException($"The database of MOSAIC_DB cannot be reached ({exception.Message}): start it, or correct the setting.", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null) await _source.DisposeAsync();
        if (_open is not null) await _open.DisposeAsync();
    }

    /// <summary>For containers that are disposed without await, as test hosts may be.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
