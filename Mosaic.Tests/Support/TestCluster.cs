using Mosaic.Data.Migrations;
using Mosaic.Data.Postgres;
using Mosaic.Tests.Support;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Mosaic.Tests.Support;

/// <summary>
/// Where tests get databases: the server of MOSAIC_TEST_DB, or a private cluster that the test runs of a machine share.
/// One migrated template a run; each database is a copy of it (about 0.05 s).
/// </summary>
public sealed class TestCluster : IAsyncLifetime
{
    // Tests that need no database start none.
    private readonly SemaphoreSlim _once = new(1);
    private readonly string _run = $"mosaic_test_{Guid.NewGuid():N}"[..24];
    private PrivateCluster? _cluster;
    private NpgsqlDataSource? _server;
    private NpgsqlConnection? _alive;
    private int _count;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A fresh, migrated, empty database. Drop it with <see cref="DropAsync"/>.</summary>
    public async Task<string> CreateAsync(CancellationToken cancellationToken = default)
    {
        var server = await OpenAsync(cancellationToken);
        var name = $"{_run}_{Interlocked.Increment(ref _count)}";
        // Writing each page to the log as well, as is usual, takes three times as long.
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {_run} STRATEGY file_copy", cancellationToken);
        return ConnectionStringOf(name);
    }

    /// <summary>An empty database without Mosaic's schema.</summary>
    public async Task<string> CreateBareAsync(CancellationToken cancellationToken = default)
    {
        var server = await OpenAsync(cancellationToken);
        var name = $"{_run}_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}", cancellationToken);
        return ConnectionStringOf(name);
    }

    public async Task DropAsync(string connectionString)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync(_server!, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await DropRunAsync(_run);
            await _alive!.DisposeAsync();
            await _server.DisposeAsync();
        }
        if (_cluster is not null) await _cluster.DisposeAsync();
        _once.Dispose();
    }

    private async Task<NpgsqlDataSource> OpenAsync(CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken);
        try
        {
            return _server ??= await PrepareAsync(cancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<NpgsqlDataSource> PrepareAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("MOSAIC_TEST_DB") is not { Length: > 0 })
            _cluster ??= await PrivateCluster.StartAsync(
                Path.Combine(Path.GetTempPath(), $"mosaic-tests-{Environment.UserName}"), durable: false, cancellationToken);
        var server = NpgsqlDataSource.Create(ConnectionStringOf("postgres") + ";Maximum Pool Size=5");
        // Held as long as this run lives, so that others can tell its databases from those of a killed run.
        _alive = await server.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(_alive, $"SELECT pg_advisory_lock(hashtext('{_run}'))", cancellationToken);
        await DropLeftoversAsync(server, cancellationToken);
        await ExecuteAsync(server, $"CREATE DATABASE {_run}", cancellationToken);
        var template = ConnectionStringOf(_run) + ";Pooling=false";
        await using var db = TestDatabase.ContextOf(template);
        await DatabaseMigrator.MigrateAsync(db, cancellationToken);
        return server;
    }

    /// <summary>Databases whose run no longer holds its lock were left by a killed one.</summary>
    private static async Task DropLeftoversAsync(NpgsqlDataSource server, CancellationToken cancellationToken)
    {
        var dead = new List<string>();
        await using (var command = server.CreateCommand(
            """
            SELECT datname FROM pg_database
            WHERE datname LIKE 'mosaic\_test\_%' AND NOT EXISTS (
              SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = (hashtext(substr(datname, 1, 24))::bigint & 4294967295)::oid)
            """))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken)) dead.Add(reader.GetString(0));
        foreach (var name in dead) await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", cancellationToken);
    }

    private async Task DropRunAsync(string run)
    {
        var names = new List<string>();
        await using (var command = _server!.CreateCommand($"SELECT datname FROM pg_database WHERE datname LIKE '{run}%'"))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        foreach (var name in names) await ExecuteAsync(_server!, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", CancellationToken.None);
    }

    private string ConnectionStringOf(string database) =>
        _cluster?.ConnectionString(database)
        ?? new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("MOSAIC_TEST_DB")) { Database = database }.ConnectionString;

    private static async Task ExecuteAsync(NpgsqlDataSource server, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await server.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, sql, cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
