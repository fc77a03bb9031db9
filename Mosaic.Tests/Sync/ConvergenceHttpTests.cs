using Mosaic.Data.Memos;
using Mosaic.Data.Sync;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Sync;

/// <summary>
/// Two devices and the web of one person. In an everyday run each of the 20 seeds makes 150 random changes, which are 3,000 in all;
/// MOSAIC_SYNC_CHANGES=20000 makes 20,000 each. Alone, since it keeps both processors busy for minutes.
/// </summary>
[Collection(Alone.Name)]
public sealed class ConvergenceHttpTests(SyncApp app, ITestOutputHelper output) : IClassFixture<SyncApp>
{
    private const int Usual = 150;

    private const int Worlds = 20;

    [Fact]
    public async Task After_random_changes_on_both_and_a_bad_network_all_are_the_same_and_no_text_is_lost()
    {
        var changes = SyncWorld.Changes(Usual);
        var devices = new List<Device>();
        for (var seed = 1; seed <= Worlds; seed++) devices.AddRange(await LiveAsync(seed, changes));
        if (changes < Usual) return;
        // Nothing is shown by a world without trouble. What happens at the same moment is not in the seed, so one world alone may have none.
        foreach (var trouble in new Func<DeviceTally, int>[] { tally => tally.Duplicates, tally => tally.Conflicts, tally => tally.Crashes })
            Assert.InRange(devices.Sum(device => trouble(device.Tally)), Worlds, int.MaxValue);
    }

    private async Task<IReadOnlyList<Device>> LiveAsync(int seed, int changes)
    {
        var (world, started) = (await SyncWorld.OfAsync(app, seed), TimeProvider.System.GetTimestamp());
        try
        {
            await world.LiveAsync(changes);
            await world.ExchangeAsync();
            await SameAsync<Memo>(world);
            await SameAsync<MemoRevision>(world);
            var there = await world.TextsThereAsync();
            Assert.Empty(world.Texts.Kept.Except(there));
            Assert.All(world.Devices, device => Assert.Empty(device.Refused));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Seed {seed} with {SyncWorld.ChangesVariable}={changes} fails: {exception.Message} ({world.Story})", exception);
        }
        output.WriteLine($"Seed {seed}: {changes} changes in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s; {world.Story}");
        return world.Devices;
    }

    private static async Task SameAsync<T>(SyncWorld world) where T : class, ISynced
    {
        var there = await world.RowsAsync<T>();
        foreach (var device in world.Devices)
        {
            var copy = device.State.Rows(T.EntityName);
            var wrong = there.Keys.Union(copy.Keys).FirstOrDefault(id => there.GetValueOrDefault(id)?.Text != copy.GetValueOrDefault(id)?.Text);
            Assert.True(wrong == Guid.Empty, $"On a device, {T.EntityName} {wrong} is\n{copy.GetValueOrDefault(wrong)?.Text}\nand in the database\n{there.GetValueOrDefault(wrong)?.Text}");
        }
    }
}
