using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>Moves through the tree of a conversation, and takes parts of it away.</summary>
public sealed class TreeService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    /// <summary>Opens the path through a message, down to the end of the newest way on from it.</summary>
    public Task<ChatResult> OpenAsync(Guid userId, Guid messageId, CancellationToken cancellationToken = default) =>
        OnMessageAsync(userId, messageId, isDeleted: false, async (db, conversation, message) =>
        {
            conversation.ActiveMessageId = await db.LeafBelowAsync(userId, message.Id, cancellationToken);
            return new ChatResult.Done(conversation.Id, conversation.ActiveMessageId);
        }, cancellationToken);

    /// <summary>Opens the path that ends here: what is said next goes another way than what was said before.</summary>
    public Task<ChatResult> BranchFromAsync(Guid userId, Guid messageId, CancellationToken cancellationToken = default) =>
        OnMessageAsync(userId, messageId, isDeleted: false, (_, conversation, message) =>
        {
            conversation.ActiveMessageId = message.Id;
            return Task.FromResult<ChatResult>(new ChatResult.Done(conversation.Id, message.Id));
        }, cancellationToken);

    /// <summary>Deletes a message with all that follows it; a sibling is opened, or else what stood before. <see cref="RestoreAsync"/> brings it back.</summary>
    public Task<ChatResult> DeleteAsync(Guid userId, Guid messageId, CancellationToken cancellationToken = default) =>
        OnMessageAsync(userId, messageId, isDeleted: false, async (db, conversation, message) =>
        {
            var now = clock.GetUtcNow();
            var ids = await db.Subtree(userId, messageId).Where(below => below.DeletedAt == null).Select(below => below.Id).ToArrayAsync(cancellationToken);
            await db.Messages.Where(below => ids.Contains(below.Id)).ExecuteUpdateAsync(set => set.SetProperty(below => below.DeletedAt, now).SetProperty(below => below.UpdatedAt, now)
                .SetProperty(below => below.State, below => below.State == MessageState.Streaming ? MessageState.Stopped : below.State), cancellationToken);
            conversation.MessageCount -= ids.Length;
            if (conversation.ActiveMessageId is { } active && ids.Contains(active)) conversation.ActiveMessageId = await BesideAsync(db, message, cancellationToken);
            await db.Database.ExecuteSqlAsync($"SELECT forget_prompts(ARRAY[{conversation.Id}])", cancellationToken);
            return new ChatResult.Done(conversation.Id, conversation.ActiveMessageId);
        }, cancellationToken);

    /// <summary>Brings back what was deleted together with a message, and opens it.</summary>
    public Task<ChatResult> RestoreAsync(Guid userId, Guid messageId, CancellationToken cancellationToken = default) =>
        OnMessageAsync(userId, messageId, isDeleted: true, async (db, conversation, message) =>
        {
            if (message.ParentId is { } parent && !await db.Messages.Living().AnyAsync(above => above.Id == parent, cancellationToken)) return new ChatResult.Refused("What it answered is deleted. Restore that first.");
            var (now, deletedAt) = (clock.GetUtcNow(), message.DeletedAt);
            var ids = await db.Subtree(userId, messageId).Where(below => below.DeletedAt == deletedAt).Select(below => below.Id).ToArrayAsync(cancellationToken);
            await db.Messages.Where(below => ids.Contains(below.Id)).ExecuteUpdateAsync(set => set.SetProperty(below => below.DeletedAt, (DateTimeOffset?)null).SetProperty(below => below.UpdatedAt, now), cancellationToken);
            conversation.MessageCount += ids.Length;
            conversation.ActiveMessageId = await db.LeafBelowAsync(userId, messageId, cancellationToken);
            return new ChatResult.Done(conversation.Id, conversation.ActiveMessageId);
        }, cancellationToken);

    private static async Task<Guid?> BesideAsync(MosaicDb db, Message message, CancellationToken cancellationToken)
    {
        var sibling = await db.Messages.Living().Where(other => other.ConversationId == message.ConversationId && other.ParentId == message.ParentId)
            .OrderByDescending(other => other.CreatedAt).ThenByDescending(other => other.Id).Select(other => (Guid?)other.Id).FirstOrDefaultAsync(cancellationToken);
        return sibling is { } id ? await db.LeafBelowAsync(message.UserId, id, cancellationToken) : message.ParentId;
    }

    private async Task<ChatResult> OnMessageAsync(Guid userId, Guid messageId, bool isDeleted, Func<MosaicDb, Conversation, Message, Task<ChatResult>> change, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Messages.OwnedBy(userId).Where(message => message.Id == messageId).Select(message => (Guid?)message.ConversationId).SingleOrDefaultAsync(cancellationToken) is not { } id) return new ChatResult.NotFound();
        await db.LockConversationAsync(id, cancellationToken);
        if (await db.Conversations.OwnedBy(userId).Living().SingleOrDefaultAsync(conversation => conversation.Id == id, cancellationToken) is not { } conversation) return new ChatResult.NotFound();
        if (await db.Messages.AsNoTracking().SingleOrDefaultAsync(message => message.Id == messageId && (message.DeletedAt != null) == isDeleted, cancellationToken) is not { } message) return new ChatResult.NotFound();
        var result = await change(db, conversation, message);
        if (result is not ChatResult.Done) return result;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Chat(userId), id.ToString(), CancellationToken.None);
        return result;
    }
}
