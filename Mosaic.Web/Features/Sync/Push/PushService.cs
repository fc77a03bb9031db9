using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Sync;
using Mosaic.Web.Platform.Sync;
using Mosaic.Web.Platform.Telemetry;

namespace Mosaic.Web.Features.Sync.Push;

/// <summary>
/// Takes what devices changed, each change in a transaction of its own together with its receipt: one that fails stops no other, and one
/// that is sent again, because its answer was lost, is not done again.
/// </summary>
public sealed class PushService(IDbContextFactory<MosaicDb> databases, IEnumerable<ISyncWriter> writers, TimeProvider clock)
{
    /// <summary>What became of each, in the same order.</summary>
    public async Task<IReadOnlyList<PushedChange>> PushAsync(Guid userId, PushRequest request, CancellationToken cancellationToken = default)
    {
        using var activity = MosaicActivity.Start("Sync", "Push");
        var done = await ReceivedAsync(userId, request.ClientId, [.. request.Changes.Select(change => change.ClientChangeId)], cancellationToken);
        var (results, conflicts) = (new List<PushedChange>(request.Changes.Count), new Dictionary<(string, Guid), PushedChange>());
        foreach (var change in request.Changes)
        {
            // What was changed on top of a conflict has a base that is not here, even where somebody else's revision has its number.
            var result = done.Contains(change.ClientChangeId) ? new PushedChange(change.ClientChangeId, PushedChange.Duplicate)
                : conflicts.TryGetValue((change.Entity, change.Id), out var conflict) ? conflict with { ClientChangeId = change.ClientChangeId, Yours = change.Data }
                : await PushAsync(userId, request.ClientId, change, cancellationToken);
            if (result.Status == PushedChange.Applied) done.Add(change.ClientChangeId);
            if (result.Status == PushedChange.Conflict) conflicts.TryAdd((change.Entity, change.Id), result);
            results.Add(result);
        }
        return results;
    }

    private async Task<PushedChange> PushAsync(Guid userId, string clientId, SyncChange change, CancellationToken cancellationToken)
    {
        if (writers.FirstOrDefault(writer => writer.Entity == change.Entity) is not { } writer)
            return new PushedChange(change.ClientChangeId, PushedChange.Refused, Sentence: $"Devices write {string.Join(", ", writers.Select(known => known.Entity))} and nothing else.");
        PushOutcome outcome;
        try
        {
            using var receipt = ReceiptScope.Open(new SyncReceipt { UserId = userId, ClientId = clientId, ClientChangeId = change.ClientChangeId, CreatedAt = clock.GetUtcNow() });
            outcome = await writer.ApplyAsync(userId, change, cancellationToken);
            // Where there was nothing to do it is done all the same: sent again later it must not find something.
            if (outcome is PushOutcome.Applied && !receipt.IsWritten) await CommitReceiptAsync(cancellationToken);
        }
        catch (ReceiptScope.DoneAlreadyException)
        {
            return new PushedChange(change.ClientChangeId, PushedChange.Duplicate);
        }
        // The same change may have been done by a request beside this one, and what looks like a conflict be the text we sent ourselves.
        if (outcome is not PushOutcome.Applied && (await ReceivedAsync(userId, clientId, [change.ClientChangeId], cancellationToken)).Count > 0)
            return new PushedChange(change.ClientChangeId, PushedChange.Duplicate);
        return outcome switch
        {
            PushOutcome.Applied applied => new PushedChange(change.ClientChangeId, PushedChange.Applied, applied.Current),
            PushOutcome.Conflict conflict => new PushedChange(change.ClientChangeId, PushedChange.Conflict, conflict.Current, change.Data),
            PushOutcome.Refused refused => new PushedChange(change.ClientChangeId, PushedChange.Refused, Sentence: refused.Sentence),
            _ => throw new InvalidOperationException("An outcome of a change is not handled."),
        };
    }

    /// <summary>A transaction that does nothing else.</summary>
    private async Task CommitReceiptAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<HashSet<string>> ReceivedAsync(Guid userId, string clientId, string[] changeIds, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.SyncReceipts.Where(receipt => receipt.UserId == userId && receipt.ClientId == clientId && changeIds.Contains(receipt.ClientChangeId))
            .Select(receipt => receipt.ClientChangeId).ToHashSetAsync(cancellationToken);
    }
}
