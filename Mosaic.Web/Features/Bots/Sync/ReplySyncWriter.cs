using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Bots.Sync;

/// <summary>Replies that devices deleted. They are written here alone.</summary>
internal sealed class ReplySyncWriter(ReplyService replies) : ISyncWriter
{
    public string Entity => BotReply.EntityName;

    public async Task<PushOutcome> ApplyAsync(Guid userId, SyncChange change, CancellationToken cancellationToken)
    {
        if (change.Op != SyncChange.Delete) return new PushOutcome.Refused("Bots write replies, and devices only delete them. Ask a bot over the API.");
        await replies.DeleteAsync(userId, change.Id, cancellationToken);
        return new PushOutcome.Applied(null);
    }
}
