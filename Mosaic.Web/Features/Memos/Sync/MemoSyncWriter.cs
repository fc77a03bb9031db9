using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos.Api;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Memos.Sync;

/// <summary>Memos that devices wrote. A text asks for the newest revision; everything else is taken in the order it arrives, whatever a device's clock says.</summary>
internal sealed class MemoSyncWriter(MemoService memos, IOptions<JsonOptions> json) : ISyncWriter
{
    public string Entity => Memo.EntityName;

    public Task<PushOutcome> ApplyAsync(Guid userId, SyncChange change, CancellationToken cancellationToken) =>
        change.Op == SyncChange.Delete ? DeleteAsync(userId, change, cancellationToken) : UpsertAsync(userId, change, cancellationToken);

    /// <summary>To the trash, unless somebody wrote since: then they decide.</summary>
    private async Task<PushOutcome> DeleteAsync(Guid userId, SyncChange change, CancellationToken cancellationToken)
    {
        var edit = new MemoEdit(change.Id, null, null, null, change.BaseRevision ?? 0) { IsTrashed = true };
        return await memos.SaveAsync(userId, edit, cancellationToken) switch
        {
            SaveResult.Saved saved => new PushOutcome.Applied(MemoJson.Of(saved.Memo)),
            SaveResult.Conflict conflict => new PushOutcome.Conflict(MemoJson.Of(conflict.Current)),
            SaveResult.Refused refused => new PushOutcome.Refused(refused.Sentence),
            _ => new PushOutcome.Applied(await FindAsync(userId, change.Id, cancellationToken)),
        };
    }

    private async Task<PushOutcome> UpsertAsync(Guid userId, SyncChange change, CancellationToken cancellationToken)
    {
        if (SyncJson.Read<MemoSyncData>(change.Data, json.Value) is not { } data) return new PushOutcome.Refused("The data of this change is not that of a memo.");
        return await memos.SaveAsync(userId, data.For(change), cancellationToken) switch
        {
            SaveResult.Saved saved => new PushOutcome.Applied(MemoJson.Of(saved.Memo)),
            SaveResult.Conflict conflict => new PushOutcome.Conflict(MemoJson.Of(conflict.Current)),
            SaveResult.Refused refused => new PushOutcome.Refused(refused.Sentence),
            // In the trash it still has a text to look at; otherwise it is gone for good, and so is its id.
            _ => new PushOutcome.Conflict(await FindAsync(userId, change.Id, cancellationToken)),
        };
    }

    private async Task<MemoJson?> FindAsync(Guid userId, Guid id, CancellationToken cancellationToken) =>
        await memos.FindAsync(userId, id, cancellationToken) is { } memo ? MemoJson.Of(memo) : null;
}
