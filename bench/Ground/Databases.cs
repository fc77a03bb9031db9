using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Mosaic.Bench.Rows;
using Mosaic.Data;
using Mosaic.Data.Migrations;
using Mosaic.Data.Postgres;
using Mosaic.Web.Platform.Ai.Offline;
using Npgsql;

namespace Mosaic.Bench.Ground;

/// <summary>
/// The databases of one data directory: for each scale those that are filled once and kept, and a copy for each workload,
/// so that every workload begins with the same rows whatever was written before.
/// </summary>
internal sealed class Databases(PrivateCluster cluster, Scale scale)
{
    private const string Copy = "mosaic_bench_run";

    /// <summary>A fresh copy of the database that is filled so; the first time it is asked for, that is made.</summary>
    public async Task<string> CopyAsync(Filled filled, Action<string> tell, CancellationToken cancellationToken)
    {
        await using var server = NpgsqlDataSource.Create(cluster.ConnectionString("postgres"));
        await EnsureAsync(server, filled, tell, cancellationToken);
        await DropAsync(server, Copy, cancellationToken);
        await ExecuteAsync(server, $"CREATE DATABASE {Copy} TEMPLATE {KeptOf(filled)} STRATEGY file_copy", cancellationToken);
        // The copy was written in one go: its dirty pages are not to be a workload's.
        await ExecuteAsync(server, "CHECKPOINT", cancellationToken);
        return cluster.ConnectionString(Copy);
    }

    public async Task DropCopyAsync()
    {
        await using var server = NpgsqlDataSource.Create(cluster.ConnectionString("postgres"));
        await DropAsync(server, Copy, CancellationToken.None);
    }

    private string KeptOf(Filled filled) => filled switch
    {
        Filled.Nothing => "mosaic_bench_empty",
        Filled.House => $"mosaic_bench_{scale.Name}",
        Filled.Indexed => $"mosaic_bench_{scale.Name}_indexed",
        _ => throw new ArgumentOutOfRangeException(nameof(filled)),
    };

    /// <summary>Fills a kept database unless it is there and was made by this code.</summary>
    private async Task EnsureAsync(NpgsqlDataSource server, Filled filled, Action<string> tell, CancellationToken cancellationToken)
    {
        if (filled == Filled.Indexed) await EnsureAsync(server, Filled.House, tell, cancellationToken);
        await using var newest = ContextOf(cluster.ConnectionString("postgres"));
        var made = $"{ContentOf(filled)}, {newest.Database.GetMigrations().Last()}";
        var kept = KeptOf(filled);
        if (await CommentAsync(server, kept, cancellationToken) == made) return;

        var unfinished = $"{kept}_unfinished";
        await DropAsync(server, kept, cancellationToken);
        await DropAsync(server, unfinished, cancellationToken);
        await ExecuteAsync(server, $"CREATE DATABASE {unfinished}{(filled == Filled.Indexed ? $" TEMPLATE {KeptOf(Filled.House)} STRATEGY file_copy" : "")}", cancellationToken);
        await FillAsync(cluster.ConnectionString(unfinished) + ";Pooling=false;Command Timeout=0", filled, tell, cancellationToken);
        await ExecuteAsync(server, $"ALTER DATABASE {unfinished} RENAME TO {kept}", cancellationToken);
        await ExecuteAsync(server, $"COMMENT ON DATABASE {kept} IS '{made}'", cancellationToken);
    }

    private static string ContentOf(Filled filled) => filled switch
    {
        Filled.Nothing => "empty",
        Filled.House => $"house {House.Version}, seed {House.Seed}",
        Filled.Indexed => $"house {House.Version}, seed {House.Seed}, index {IndexFilling.Version} of {OfflineEmbedding.Model}",
        _ => throw new ArgumentOutOfRangeException(nameof(filled)),
    };

    private async Task FillAsync(string connectionString, Filled filled, Action<string> tell, CancellationToken cancellationToken)
    {
        var house = House.Of(scale);
        if (filled != Filled.Indexed)
        {
            await using var db = ContextOf(connectionString);
            await DatabaseMigrator.MigrateAsync(db, cancellationToken);
        }
        if (filled == Filled.Nothing) return;
        tell($"Filling the database once, with {house.People.Sum(person => person.MemoCount):N0} memos{(filled == Filled.Indexed ? " as passages and vectors" : "")} …");
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        if (filled == Filled.House) await new Filling(connection, house).RunAsync(cancellationToken);
        else await new IndexFilling(connection, house).RunAsync(cancellationToken);
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
