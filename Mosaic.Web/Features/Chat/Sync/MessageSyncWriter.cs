using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Chat.Sync;

/// <summary>Messages that devices deleted, with all that followed them. They are said over the API and on pages.</summary>
internal sealed class MessageSyncWriter(TreeService tree) : ISyncWriter
{
    public string Entity => Message.EntityName;

    public async Task<PushOutcome> ApplyAsync(Guid userId, SyncChange change, CancellationToken cancellationToken)
    {
        if (change.Op != SyncChange.Delete) return new PushOutcome.Refused("Devices read messages and delete them. Say something over the API.");
        await tree.DeleteAsync(userId, change.Id, cancellationToken);
        return new PushOutcome.Applied(null);
    }
}
