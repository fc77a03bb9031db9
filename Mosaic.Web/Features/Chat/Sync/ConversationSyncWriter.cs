using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Chat.Sync;

/// <summary>Conversations that devices deleted. They are led over the API and on pages.</summary>
internal sealed class ConversationSyncWriter(ConversationService conversations) : ISyncWriter
{
    public string Entity => Conversation.EntityName;

    public async Task<PushOutcome> ApplyAsync(Guid userId, SyncChange change, CancellationToken cancellationToken)
    {
        if (change.Op != SyncChange.Delete) return new PushOutcome.Refused("Devices read conversations and delete them. Lead them over the API.");
        await conversations.DeleteAsync(userId, change.Id, cancellationToken);
        return new PushOutcome.Applied(null);
    }
}
