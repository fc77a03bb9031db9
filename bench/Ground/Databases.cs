using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Mosaic.Bench.Rows;
using Mosaic.Data;
using Mosaic.Data.Migrations;
using Mosaic.Data.Postgres;
using Npgsql;

namespace Mosaic.Bench.Ground;

/// <summary>
/// The databases of one data directory: for each scale one that is filled once and kept, and a copy of it for each workload,
/// so that every workload begins with the same rows whatever was written before.
/// </summary>
internal sealed class Databases(PrivateCluster cluster, Scale scale)
{
    private const string Copy = "mosaic_bench_run";

    private string Kept => $"mosaic_bench_{scale.Name}";

    /// <summary>A fresh copy of the filled database.</summary>
    public async Task<string> CopyAsync(CancellationToken cancellationToken)
    {
        await using var server = NpgsqlDataSource.Create(cluster.ConnectionString("postgres"));
        await DropAsync(server, Copy, cancellationToken);
        await ExecuteAsync(server, $"CREATE DATABASE {Copy} TEMPLATE {Kept} STRATEGY file_copy", cancellationToken);
        // The copy was written in one go: its dirty pages are not to be a workload's.
        await ExecuteAsync(server, "CHECKPOINT", cancellationToken);
        return cluster.ConnectionString(Copy);
    }

    public async Task DropCopyAsync()
    {
        await using var server = NpgsqlDataSource.Create(cluster.ConnectionString("postgres"));
        await DropAsync(server, Copy, CancellationToken.None);
    }

    /// <summary>Fills the kept database unless it is there and was made by this code.</summary>
    public async Task EnsureFilledAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        await using var server = NpgsqlDataSource.Create(cluster.ConnectionString("postgres"));
        var (unfinished, house) = ($"{Kept}_unfinished", House.Of(scale));
        await using var newest = ContextOf(cluster.ConnectionString("postgres"));
        var made = $"house {House.Version}, seed {House.Seed}, {newest.Database.GetMigrations().Last()}";
        if (await CommentAsync(server, Kept, cancellationToken) == made) return;

        tell($"Filling the database once, with {house.People.Sum(person => person.MemoCount):N0} memos …");
        await DropAsync(server, Kept, cancellationToken);
        await DropAsync(server, unfinished, cancellationToken);
        await ExecuteAsync(server, $"CREATE DATABASE {unfinished}", cancellationToken);
        await using (var db = ContextOf(cluster.ConnectionString(unfinished) + ";Pooling=false")) await DatabaseMigrator.MigrateAsync(db, cancellationToken);
        await using (var connection = new NpgsqlConnection(cluster.ConnectionString(unfinished) + ";Pooling=false"))
        {
            await connection.OpenAsync(cancellationToken);
            await new Filling(connection, house).RunAsync(cancellationToken);
        }
        await ExecuteAsync(server, $"ALTER DATABASE {unfinished} RENAME TO {Kept}", cancellationToken);
        await ExecuteAsync(server, $"COMMENT ON DATABASE {Kept} IS '{made}'", cancellationToken);
    }

    public static MosaicDb ContextOf(string connectionString) => new(new DbContextOptionsBuilder<MosaicDb>()
        .UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(DatabaseMigrator.HistoryTable))
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options);

    private static async Task<string?> CommentAsync(NpgsqlDataSource server, string name, CancellationToken cancellationToken)
    {
        await using var ask = server.CreateCommand("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = $1");
        ask.Parameters.AddWithValue(name);
        return await ask.ExecuteScalarAsync(cancellationToken) as string;
    }

    private static Task DropAsync(NpgsqlDataSource server, string name, CancellationToken cancellationToken) =>
        ExecuteAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", cancellationToken);

    private static async Task ExecuteAsync(NpgsqlDataSource server, string sql, CancellationToken cancellationToken)
    {
        await using var command = server.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
