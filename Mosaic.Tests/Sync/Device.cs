using System.Collections.Immutable;
using System.Text.Json;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Tests.Sync;

/// <summary>
/// A device as its makers should build it: it writes without a network, keeps a copy, and exchanges when it can. What somebody wrote is
/// saved at once; what an exchange brought is saved when it pleases, so that a crash repeats it.
/// </summary>
internal sealed class Device(string name, UnreliableNetwork network, Random random)
{
    private DeviceState _saved = new();

    public DeviceState State { get; private set; } = new();

    public DeviceTally Tally { get; } = new();

    /// <summary>What the server refused for ever; kept, since it may hold a text.</summary>
    public List<DeviceChange> Refused { get; } = [];

    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>Something somebody did here; kept before anything else happens.</summary>
    public void Write(Guid memoId, string op = SyncChange.Upsert, params IEnumerable<(string Field, object? Value)> data)
    {
        var fields = op == SyncChange.Delete ? null : data.ToImmutableDictionary(field => field.Field, field => field.Value);
        State = State with { Outbox = State.Outbox.Add(new DeviceChange(NewId().ToString("N"), memoId, op, State.BaseOf(memoId), fields)) };
        Save();
    }

    public void Save() => _saved = State;

    public void Crash()
    {
        State = _saved;
        Tally.Crashes++;
    }

    /// <summary>Sends the first of what waits. Whether an answer came.</summary>
    public async Task<bool> PushAsync(int most)
    {
        var sent = State.Outbox.Take(most).ToList();
        if (sent.Count == 0) return true;
        if (await network.SendAsync("/api/v1/sync/push", new { clientId = name, changes = sent }) is not { } answer) return false;
        var results = answer.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(sent.Select(change => change.ClientChangeId), results.Select(result => result.GetProperty("clientChangeId").GetString()));
        foreach (var result in results) Settle(result);
        return true;
    }

    /// <summary>Reads one page. Whether there may be more.</summary>
    public async Task<bool> PullAsync(int limit)
    {
        if (await network.SendAsync("/api/v1/sync/pull", new { clientId = name, cursors = State.Cursors, limit }) is not { } answer) return true;
        var reset = answer.GetProperty("reset").GetBoolean();
        foreach (var kind in answer.GetProperty("changes").EnumerateObject())
        {
            if (reset) State = State with { Copies = State.Copies.Remove(kind.Name) };
            foreach (var id in kind.Value.GetProperty("deleted").EnumerateArray()) State = State.Without(kind.Name, id.GetGuid());
            foreach (var row in kind.Value.GetProperty("upserted").EnumerateArray())
                State = State.With(kind.Name, row.GetProperty("id").GetGuid(), DeviceRow.Of(kind.Name, row));
        }
        State = State with { Cursors = answer.GetProperty("cursors").Deserialize<ImmutableDictionary<string, string?>>()! };
        if (reset) Tally.Resets++;
        return answer.GetProperty("hasMore").GetBoolean();
    }

    private void Settle(JsonElement result)
    {
        var place = State.Outbox.FindIndex(change => change.ClientChangeId == result.GetProperty("clientChangeId").GetString());
        // Decided already, together with a change before it.
        if (place < 0) return;
        var change = State.Outbox[place];
        var status = result.GetProperty("status").GetString();
        var current = result.TryGetProperty("current", out var row) && row.ValueKind != JsonValueKind.Null ? DeviceRow.Of(Memo.EntityName, row) : null;
        Tally.Count(status!, current is null);
        if (status is "applied" or "conflict")
            State = current is null ? State.Without(Memo.EntityName, change.Id) : State.With(Memo.EntityName, change.Id, current);
        if (status == "refused") Refused.Add(change);
        State = State with
        {
            Outbox = status == "conflict" ? DeviceDecision.Decide(State.Outbox, place, current?.RevisionCount, NewId) : State.Outbox.RemoveAt(place),
        };
    }
}
