using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Branches;

/// <summary>Names points of conversations, and takes the names away again. The messages stay whatever happens to their names.</summary>
public sealed class StoryBranchService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    /// <summary>The branches of a conversation in the order of the tree, without those of deleted messages; none of another person's.</summary>
    public async Task<IReadOnlyList<StoryBranch>> ListAsync(Guid userId, Guid conversationId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.StoryBranches.AsNoTracking().Where(branch => branch.ConversationId == conversationId && branch.UserId == userId
                && db.Conversations.Any(conversation => conversation.Id == conversationId && conversation.DeletedAt == null) && db.Messages.Any(message => message.Id == branch.MessageId && message.DeletedAt == null))
            .OrderBy(branch => branch.BranchOrder).ToListAsync(cancellationToken);
    }

    /// <summary>The name of a point; null where it has none, and where it is another person's.</summary>
    public async Task<StoryBranch?> FindAsync(Guid userId, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.StoryBranches.AsNoTracking().SingleOrDefaultAsync(branch => branch.MessageId == messageId && branch.UserId == userId, cancellationToken);
    }

    /// <summary>Names a point, or names it and colours it anew where it has a name.</summary>
    /// <param name="userId">Whose conversation it is.</param>
    /// <param name="messageId">The point.</param>
    /// <param name="title">1 to 100 characters.</param>
    /// <param name="color">1 to 6; null keeps the one it has, or takes the next.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ChatResult> NameAsync(Guid userId, Guid messageId, string title, int? color = null, CancellationToken cancellationToken = default)
    {
        var clean = ConversationRules.CleanTitle(title);
        if (BranchRules.Refuse(clean, color ?? 1) is { } sentence) return Task.FromResult<ChatResult>(new ChatResult.Refused(sentence));
        return OnMessageAsync(userId, messageId, async (db, conversationId) =>
        {
            var now = clock.GetUtcNow();
            if (await db.StoryBranches.SingleOrDefaultAsync(branch => branch.MessageId == messageId, cancellationToken) is { } branch)
            {
                (branch.Title, branch.Color, branch.UpdatedAt) = (clean, (short?)color ?? branch.Color, now);
                await db.SaveChangesAsync(cancellationToken);
                return null;
            }
            var count = await db.CountBranchesAsync(conversationId, cancellationToken);
            if (count >= BranchRules.Most) return BranchRules.TooMany;
            await db.AddBranchesAsync(conversationId, [New(Guid.CreateVersion7(now), (short?)color ?? BranchRules.ColorAfter(count))], cancellationToken);
            return null;

            StoryBranch New(Guid id, short chosen) => new()
            {
                Id = id,
                UserId = userId,
                ConversationId = conversationId,
                MessageId = messageId,
                Title = clean,
                Color = chosen,
                Depth = 0,
                BranchOrder = count,
                CreatedAt = now,
                UpdatedAt = now,
            };
        }, cancellationToken);
    }

    /// <summary>Takes the name off a point. <see cref="RestoreAsync"/> puts it back.</summary>
    public Task<ChatResult> DeleteAsync(Guid userId, Guid messageId, CancellationToken cancellationToken = default) =>
        OnMessageAsync(userId, messageId, async (db, conversationId) =>
        {
            if (await db.StoryBranches.Where(branch => branch.MessageId == messageId && branch.UserId == userId).ExecuteDeleteAsync(cancellationToken) == 0) return "This point has no name any more.";
            await db.PlaceBranchesAsync(conversationId, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Puts back a name that was taken off, with what it was made of. Nothing happens where the point has another one by now.</summary>
    public Task<ChatResult> RestoreAsync(Guid userId, StoryBranch gone, CancellationToken cancellationToken = default) =>
        OnMessageAsync(userId, gone.MessageId, async (db, conversationId) =>
        {
            if (await db.StoryBranches.AnyAsync(branch => branch.MessageId == gone.MessageId, cancellationToken)) return null;
            if (await db.CountBranchesAsync(conversationId, cancellationToken) >= BranchRules.Most) return BranchRules.TooMany;
            await db.AddBranchesAsync(conversationId, [new StoryBranch
            {
                Id = Guid.CreateVersion7(gone.CreatedAt), UserId = userId, ConversationId = conversationId, MessageId = gone.MessageId, Title = gone.Title, Color = gone.Color, UserDirection = gone.UserDirection,
                GenerationParams = gone.GenerationParams, Depth = 0, BranchOrder = 0, CreatedAt = gone.CreatedAt, UpdatedAt = clock.GetUtcNow(),
            }], cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Runs a change that answers with what speaks against it.</summary>
    private async Task<ChatResult> OnMessageAsync(Guid userId, Guid messageId, Func<MosaicDb, Guid, Task<string?>> change, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Messages.OwnedBy(userId).Where(message => message.Id == messageId).Select(message => (Guid?)message.ConversationId).SingleOrDefaultAsync(cancellationToken) is not { } id) return new ChatResult.NotFound();
        await db.LockConversationAsync(id, cancellationToken);
        if (!await db.Conversations.OwnedBy(userId).Living().AnyAsync(conversation => conversation.Id == id, cancellationToken) || !await db.Messages.Living().AnyAsync(message => message.Id == messageId, cancellationToken)) return new ChatResult.NotFound();
        if (await change(db, id) is { } sentence) return new ChatResult.Refused(sentence);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Chat(userId), id.ToString(), CancellationToken.None);
        return new ChatResult.Done(id, messageId);
    }
}
