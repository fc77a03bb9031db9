using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Settings;

namespace Mosaic.Tests.Support;

public sealed class TestDatabaseDataTests(TestDatabase database, TestCluster cluster) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task What_one_class_writes_another_never_sees()
    {
        await using (var db = database.CreateDbContext())
        {
            db.AppSettings.Add(new AppSetting { Key = "colour", Value = "paper", UpdatedAt = DateTimeOffset.UnixEpoch });
            await db.SaveChangesAsync();
        }

        var another = await cluster.CreateAsync();
        await using (var db = TestDatabase.ContextOf(another)) Assert.Empty(await db.AppSettings.ToListAsync());
        await using (var db = database.CreateDbContext()) Assert.Single(await db.AppSettings.ToListAsync());
        await cluster.DropAsync(another);
    }
}
