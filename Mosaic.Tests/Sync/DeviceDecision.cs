using System.Collections.Immutable;

namespace Mosaic.Tests.Sync;

/// <summary>
/// What this device does about a conflict, so that no text is lost: its own text goes on top of the other, which stays in the history; where
/// the memo is gone for good its text becomes a new memo. Whatever waits for the same memo follows; what has no text gives way.
/// </summary>
internal static class DeviceDecision
{
    /// <param name="outbox">What waits.</param>
    /// <param name="place">Where the conflict is.</param>
    /// <param name="current">The newest revision there; null where the memo is gone.</param>
    /// <param name="newId">Makes ids.</param>
    public static ImmutableList<DeviceChange> Decide(ImmutableList<DeviceChange> outbox, int place, int? current, Func<Guid> newId)
    {
        var memoId = outbox[place].Id;
        var (id, revision) = current is null ? (newId(), 0) : (memoId, current.Value);
        var decided = outbox.Take(place).ToImmutableList();
        foreach (var (i, change) in outbox.Index().Skip(place))
        {
            if (change.Id != memoId)
            {
                decided = decided.Add(change);
                continue;
            }
            if (!change.HasText() && (i == place || revision == 0)) continue;
            decided = decided.Add(change with { ClientChangeId = newId().ToString("N"), Id = id, BaseRevision = revision });
            if (change.HasText()) revision++;
        }
        return decided;
    }
}
