using Mosaic.Web.Platform.Sync;

namespace Mosaic.Tests.Sync;

/// <summary>Somebody who does this and that on a device, online or not. Texts are unique, so that each can be looked for at the end.</summary>
internal sealed class DeviceHabits(Device device, string name, Random random, WrittenTexts texts, TimeSpan clockError)
{
    private static readonly string[] Tags = ["garden", "work", "work/mosaic", "tea", "bees"];

    public void WriteSomething()
    {
        var known = device.State.Memos;
        var written = device.State.Outbox.Where(change => change is { BaseRevision: 0, Data: not null } && change.HasText()).Select(change => change.Id).Except(known.Keys);
        var living = known.Where(memo => !memo.Value.IsTrashed).Select(memo => memo.Key).Concat(written).ToList();
        var trashed = known.Where(memo => memo.Value.IsTrashed).Select(memo => memo.Key).ToList();
        if (living.Count == 0 || random.Next(100) < (living.Count < 25 ? 30 : 2))
        {
            Create();
            return;
        }
        var id = living[random.Next(living.Count)];
        switch (random.Next(20))
        {
            case < 9: device.Write(id, data: Text()); break;
            case 9: device.Write(id, data: [Text(), ("tags", SomeTags()), ("isPinned", random.Next(2) == 0)]); break;
            case 10 or 11: device.Write(id, data: ("tags", random.Next(4) == 0 ? null : SomeTags())); break;
            case 12 or 13: device.Write(id, data: ("isPinned", random.Next(2) == 0)); break;
            case 14: device.Write(id, data: [("isArchived", true), ("diaryDate", random.Next(2) == 0 ? "2026-03-0" + random.Next(1, 9) : null)]); break;
            case 15: device.Write(id, data: ("isArchived", false)); break;
            case 16: device.Write(id, data: ("aiExcluded", random.Next(2) == 0)); break;
            case 17: device.Write(id, SyncChange.Delete); break;
            case 18: device.Write(id, data: ("deletedAt", Now())); break;
            default: Revive(trashed); break;
        }
    }

    private void Create() => device.Write(device.NewId(), data: random.Next(2) == 0
        ? [Text(), ("createdAt", Now())]
        : [Text(), ("createdAt", Now()), ("tags", SomeTags()), ("isPinned", random.Next(2) == 0)]);

    /// <summary>Out of the trash, as it is or with a new text.</summary>
    private void Revive(List<Guid> trashed)
    {
        if (trashed.Count == 0) Create();
        else device.Write(trashed[random.Next(trashed.Count)], data: random.Next(2) == 0 ? ("deletedAt", null) : Text());
    }

    private (string, object?) Text() => ("content", texts.New(name));

    private DateTimeOffset Now() => TimeProvider.System.GetUtcNow() + clockError;

    private string[] SomeTags() => [.. Tags.Where(_ => random.Next(3) == 0)];
}
