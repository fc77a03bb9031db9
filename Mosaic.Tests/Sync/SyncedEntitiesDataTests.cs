using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Sync;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Sync.Pull;

namespace Mosaic.Tests.Sync;

/// <summary>A slice joins by naming its entity, nothing more; this looks at every entity of the model that says it is synced.</summary>
public sealed class SyncedEntitiesDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_synced_entity_has_its_triggers_and_its_index_and_is_pulled()
    {
        await using var db = database.CreateDbContext();
        var synced = Synced(db);
        Assert.Superset(new HashSet<string>(["memo", "revision", "resource"]), synced.Select(entity => entity.Name).ToHashSet());
        Assert.Equal(synced.Select(entity => entity.Name).Order(StringComparer.Ordinal), EntityPull.Of(db).Select(pull => pull.Entity));
        foreach (var (table, name) in synced)
        {
            var triggers = await db.Database.SqlQuery<string>($"SELECT pg_get_triggerdef(oid) AS \"Value\" FROM pg_trigger WHERE tgrelid = {table}::regclass AND NOT tgisinternal").ToListAsync();
            var stamp = Assert.Single(triggers, trigger => trigger.Contains("EXECUTE FUNCTION stamp_change()", StringComparison.Ordinal));
            Assert.Contains($"BEFORE INSERT OR UPDATE ON public.{table} FOR EACH ROW", stamp, StringComparison.Ordinal);
            var tombstone = Assert.Single(triggers, trigger => trigger.Contains("EXECUTE FUNCTION leave_tombstone", StringComparison.Ordinal));
            Assert.Contains($"AFTER DELETE ON public.{table} FOR EACH ROW EXECUTE FUNCTION leave_tombstone('{name}')", tombstone, StringComparison.Ordinal);
            var indexes = await db.Database.SqlQuery<string>($"SELECT indexdef AS \"Value\" FROM pg_indexes WHERE tablename = {table}").ToListAsync();
            Assert.Single(indexes, index => index.EndsWith("(user_id, change_seq)", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task No_table_is_stamped_that_no_synced_entity_is_kept_in()
    {
        await using var db = database.CreateDbContext();
        var stamped = await db.Database.SqlQuery<string>($"SELECT DISTINCT tgrelid::regclass::text AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal AND tgfoid IN ('stamp_change'::regproc, 'leave_tombstone'::regproc)").ToListAsync();
        Assert.Equal(Synced(db).Select(entity => entity.Table).Order(StringComparer.Ordinal), stamped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_table_that_joins_is_numbered_and_leaves_tombstones_without_another_line()
    {
        var ada = await database.AddPersonAsync();
        await using var db = database.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync("""
            CREATE TABLE things (id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE, updated_at timestamptz NOT NULL, change_seq bigint NOT NULL);
            SELECT join_sync('things', 'thing')
            """);
        var id = Guid.NewGuid();
        await db.Database.ExecuteSqlAsync($"INSERT INTO things (id, user_id, updated_at) VALUES ({id}, {ada}, now())");
        var first = await db.Database.SqlQuery<long>($"SELECT change_seq AS \"Value\" FROM things").SingleAsync();
        await db.Database.ExecuteSqlAsync($"DELETE FROM things WHERE id = {id}");
        var gone = Assert.Single(await db.GoneIn(ada, "thing", first, long.MaxValue).ToListAsync());
        Assert.Equal((id, first + 1), (gone.Id, gone.ChangeSeq));
        await transaction.RollbackAsync();
    }

    [Fact]
    public async Task A_person_who_goes_takes_their_tombstones_along()
    {
        var ada = await database.AddPersonAsync();
        await using var db = database.CreateDbContext();
        await db.Database.ExecuteSqlAsync($"INSERT INTO memos (id, user_id, content, created_at, updated_at) SELECT gen_random_uuid(), {ada}, 'x', now(), now() FROM generate_series(1, 3)");
        await db.Memos.Where(memo => memo.UserId == ada && memo.ChangeSeq % 2 == 0).ExecuteDeleteAsync();
        await db.Users.Where(user => user.Id == ada).ExecuteDeleteAsync();
        Assert.Equal(0, await db.SyncTombstones.CountAsync(gone => gone.UserId == ada));
    }

    private static List<(string Table, string Name)> Synced(DbContext db) =>
    [
        .. db.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(ISynced)))
            .Select(entity => (entity.GetTableName()!, (string)entity.ClrType.GetProperty(nameof(ISynced.EntityName))!.GetValue(null)!)),
    ];
}
