using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Mosaic.Data;
using Mosaic.Data.Migrations;
using Npgsql;

namespace Mosaic.Tests.Support;

/// <summary>A migrated database for one test class: <c>class FooDataTests(TestDatabase database) : IClassFixture&lt;TestDatabase&gt;</c>.</summary>
public sealed class TestDatabase(TestCluster cluster) : IAsyncLifetime, IDbContextFactory<MosaicDb>
{
    private NpgsqlDataSource? _source;

    public string ConnectionString { get; private set; } = "";

    public NpgsqlDataSource Source => _source ?? throw new InvalidOperationException("The database is made when the test class starts.");

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await cluster.CreateAsync();
        _source = NpgsqlDataSource.Create(ConnectionString + ";Maximum Pool Size=20;Include Error Detail=true");
    }

    /// <summary>One context per operation, as in the app.</summary>
    public MosaicDb CreateDbContext() => new(Options(builder => builder.UseNpgsql(Source, npgsql => npgsql.MigrationsHistoryTable(DatabaseMigrator.HistoryTable))));

    public static MosaicDb ContextOf(string connectionString) =>
        new(Options(builder => builder.UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(DatabaseMigrator.HistoryTable))));

    public async ValueTask DisposeAsync()
    {
        if (_source is null) return;
        await _source.DisposeAsync();
        await cluster.DropAsync(ConnectionString);
    }

    private static DbContextOptions<MosaicDb> Options(Action<DbContextOptionsBuilder<MosaicDb>> use)
    {
        var builder = new DbContextOptionsBuilder<MosaicDb>();
        use(builder);
        return builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options;
    }
}
