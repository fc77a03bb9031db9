using System.Collections.Immutable;
using Mosaic.Data.Memos;

namespace Mosaic.Tests.Sync;

/// <summary>All a device knows. It is saved as one, so a crash takes everything back to the same moment.</summary>
internal sealed record DeviceState
{
    /// <summary>Rows by kind.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<Guid, DeviceRow>> Copies { get; init; } = ImmutableDictionary<string, ImmutableDictionary<Guid, DeviceRow>>.Empty;

    /// <summary>What is not pushed yet, in the order it was done.</summary>
    public ImmutableList<DeviceChange> Outbox { get; init; } = [];

    public ImmutableDictionary<string, string?> Cursors { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public ImmutableDictionary<Guid, DeviceRow> Memos => Rows(Memo.EntityName);

    public ImmutableDictionary<Guid, DeviceRow> Rows(string entity) => Copies.GetValueOrDefault(entity, ImmutableDictionary<Guid, DeviceRow>.Empty);

    public DeviceState With(string entity, Guid id, DeviceRow row) => this with { Copies = Copies.SetItem(entity, Rows(entity).SetItem(id, row)) };

    public DeviceState Without(string entity, Guid id) => this with { Copies = Copies.SetItem(entity, Rows(entity).Remove(id)) };

    /// <summary>The revision a change made now begins from, counting what waits.</summary>
    public int BaseOf(Guid memoId) => Outbox.LastOrDefault(change => change.Id == memoId)?.RevisionAfter() ?? Memos.GetValueOrDefault(memoId)?.RevisionCount ?? 0;
}
