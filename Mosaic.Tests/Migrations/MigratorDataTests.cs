using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Migrations;
using Mosaic.Data.Postgres;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Migrations;

public sealed class MigratorDataTests(TestCluster cluster)
{
    [Fact]
    public async Task Processes_that_start_together_migrate_once()
    {
        var bare = await cluster.CreateBareAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var process = TestDatabase.ContextOf(bare + ";Pooling=false");
            await DatabaseMigrator.MigrateAsync(process);
        })));

        await using (var db = TestDatabase.ContextOf(bare))
            Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
        await cluster.DropAsync(bare);
    }

    [Fact]
    public async Task A_database_that_a_newer_Mosaic_has_used_is_refused_with_advice_and_left_alone()
    {
        var newer = await cluster.CreateAsync();
        await using (var db = TestDatabase.ContextOf(newer))
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO schema_migrations VALUES ('9999_from_tomorrow', '99.0')");
            var trouble = await Assert.ThrowsAsync<DatabaseTroubleException>(() => DatabaseMigrator.MigrateAsync(db));
            Assert.Contains("9999_from_tomorrow", trouble.Message, StringComparison.Ordinal);
            Assert.Contains("restore a backup", trouble.Message, StringComparison.Ordinal);
        }
        await cluster.DropAsync(newer);
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var database = await cluster.CreateAsync();
        await using (var db = TestDatabase.ContextOf(database))
        {
            await DatabaseMigrator.MigrateAsync(db);
            Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
        }
        await cluster.DropAsync(database);
    }
}
