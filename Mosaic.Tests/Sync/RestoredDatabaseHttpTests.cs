using Microsoft.EntityFrameworkCore;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Sync;

/// <summary>What a device hears after an older state of the database was put back under it. Each test has an app of its own.</summary>
public sealed class RestoredDatabaseHttpTests(TestCluster cluster)
{
    [Theory]
    [InlineData("DROP SEQUENCE change_seq; CREATE SEQUENCE change_seq; SELECT setval('change_seq', LAST)")]
    [InlineData("SELECT setval('change_seq', LAST)")]
    public async Task It_is_told_everything_anew_whether_a_dump_was_read_in_or_the_files_were_put_back(string restore)
    {
        await using var app = new SyncApp(cluster);
        await app.StartAsync();
        var person = await app.Database.AddPersonAsync();
        var device = new Device("desk", new UnreliableNetwork(await app.ProgramOfAsync(person), new Random(1)) { IsGood = true }, new Random(2));
        Guid[] memos = [device.NewId(), device.NewId(), device.NewId()];
        foreach (var memo in memos) device.Write(memo, data: ("content", "kept"));
        await device.PushAsync(2);
        var last = await LastAsync(app);
        await device.PushAsync(1);
        await ReadAsync(device);
        Assert.Equal((3, 0), (device.State.Memos.Count, device.Tally.Resets));

        // As they were before the last memo, and the first has changed since.
        await using (var db = app.Db())
        {
            await db.Memos.Where(memo => memo.Id == memos[2]).ExecuteDeleteAsync();
            await db.SyncTombstones.ExecuteDeleteAsync();
            await db.Database.ExecuteSqlRawAsync(restore.Replace("LAST", last, StringComparison.Ordinal));
            await db.Memos.Where(memo => memo.Id == memos[0]).ExecuteUpdateAsync(set => set.SetProperty(memo => memo.IsPinned, true));
        }
        await ReadAsync(device);
        Assert.Equal(1, device.Tally.Resets);
        Assert.Equal(memos[..2].Order(), device.State.Memos.Keys.Order());
        Assert.Contains("isPinned: true", device.State.Memos[memos[0]].Text, StringComparison.Ordinal);
        await ReadAsync(device);
        Assert.Equal(1, device.Tally.Resets);
    }

    private static async Task<string> LastAsync(SyncApp app)
    {
        await using var db = app.Db();
        return (await db.Database.SqlQuery<string>($"SELECT last_value::text AS \"Value\" FROM change_seq").ToListAsync())[0];
    }

    private static async Task ReadAsync(Device device)
    {
        while (await device.PullAsync(2))
        {
        }
    }
}
