using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Sync;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Tests.Sync;

/// <summary>Two devices and the web of one person, who change memos at random. The same seed does the same again, but for what happens at the same moment.</summary>
internal sealed class SyncWorld
{
    public const string ChangesVariable = "MOSAIC_SYNC_CHANGES";

    private static readonly JsonSerializerOptions Times = new(JsonSerializerDefaults.Web) { Converters = { new ApiTime() } };

    private readonly SyncApp _app;
    private readonly Guid _person;
    private readonly Random _random;
    private readonly List<(Device Device, UnreliableNetwork Network, DeviceHabits Habits)> _devices = [];
    private readonly WebHabits _web;

    private SyncWorld(SyncApp app, Guid person, HttpClient http, int seed)
    {
        (_app, _person, _random) = (app, person, new Random(seed));
        _web = new WebHabits(app, person, new Random(_random.Next()), Texts);
        foreach (var (name, clockError) in new[] { ("phone", TimeSpan.FromDays(1)), ("laptop", TimeSpan.FromDays(-1)) })
        {
            var network = new UnreliableNetwork(http, new Random(_random.Next()));
            var device = new Device(name, network, new Random(_random.Next()));
            _devices.Add((device, network, new DeviceHabits(device, name, new Random(_random.Next()), Texts, clockError)));
        }
    }

    /// <summary>How many changes a test makes: what the variable says, else what keeps the everyday run short.</summary>
    public static int Changes(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(ChangesVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var changes) ? changes : usual;

    public WrittenTexts Texts { get; } = new();

    public IReadOnlyList<Device> Devices => [.. _devices.Select(device => device.Device)];

    public string Story => $"{Texts.Count} texts; " + string.Join("; ", _devices.Select(device => $"{device.Device.Tally}, {device.Network.Troubles} troubles of the network"));

    public static async Task<SyncWorld> OfAsync(SyncApp app, int seed)
    {
        var person = await app.Database.AddPersonAsync();
        return new SyncWorld(app, person, await app.ProgramOfAsync(person), seed);
    }

    public async Task LiveAsync(int changes)
    {
        while (changes > 0)
        {
            var (device, _, habits) = _devices[_random.Next(_devices.Count)];
            switch (_random.Next(24))
            {
                case < 6:
                    await _web.WriteSomethingAsync();
                    changes--;
                    break;
                case < 18:
                    habits.WriteSomething();
                    changes--;
                    break;
                case < 20: await device.PushAsync(_random.Next(1, 25)); break;
                case < 22: await device.PullAsync(_random.Next(1, 40)); break;
                case 22: device.Crash(); break;
                default:
                    await AllAtOnceAsync();
                    changes--;
                    break;
            }
            if (_random.Next(30) == 0) device.Save();
        }
    }

    /// <summary>The network is good again, and everything that waits arrives.</summary>
    public async Task ExchangeAsync()
    {
        foreach (var (device, network, _) in _devices)
        {
            await network.DeliverLateAsync();
            network.IsGood = true;
            while (!device.State.Outbox.IsEmpty) await device.PushAsync(500);
        }
        foreach (var device in Devices)
        {
            while (await device.PullAsync(500))
            {
            }
        }
    }

    /// <summary>The rows of one kind as they are in the database.</summary>
    public async Task<Dictionary<Guid, DeviceRow>> RowsAsync<T>() where T : class, ISynced
    {
        await using var db = _app.Db();
        return await db.Set<T>().AsNoTracking().Where(row => row.UserId == _person).AsAsyncEnumerable()
            .ToDictionaryAsync(row => row.Id, row => DeviceRow.Of(T.EntityName, JsonSerializer.SerializeToElement(row, Times)));
    }

    /// <summary>All texts that are in memos or in their history.</summary>
    public async Task<HashSet<string>> TextsThereAsync()
    {
        await using var db = _app.Db();
        return await db.Memos.Where(memo => memo.UserId == _person).Select(memo => memo.Content)
            .Union(db.MemoRevisions.Where(revision => revision.UserId == _person).Select(revision => revision.Content)).ToHashSetAsync();
    }

    private Task AllAtOnceAsync()
    {
        var (size, limit) = (_random.Next(1, 10), _random.Next(1, 40));
        return Task.WhenAll([_web.WriteSomethingAsync(mayPurge: false), .. Devices.Select(async device =>
        {
            await device.PushAsync(size);
            await device.PullAsync(limit);
        })]);
    }
}
