using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>Reads two ways through a conversation: where they part, and piece by piece what was said on them.</summary>
public sealed class WayReader(IDbContextFactory<MosaicDb> databases)
{
    /// <summary>How many messages of a way are read at a time.</summary>
    public const int PageSize = 60;

    private sealed record Step(Guid Id, int Tokens);

    /// <summary>Null when there is no such conversation, it is deleted, or it is another person's.</summary>
    /// <param name="userId">Whose it is.</param>
    /// <param name="conversationId">Which.</param>
    /// <param name="left">A message on one way: the newest way on from it is taken.</param>
    /// <param name="right">A message on the other.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<WayPair?> CompareAsync(Guid userId, Guid conversationId, Guid? left, Guid? right, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Conversations.OwnedBy(userId).Living().Where(conversation => conversation.Id == conversationId).Select(conversation => conversation.Title).SingleOrDefaultAsync(cancellationToken) is not { } title) return null;
        var (ours, theirs) = (await StepsAsync(db, userId, conversationId, left, cancellationToken), await StepsAsync(db, userId, conversationId, right, cancellationToken));
        var common = ours.Zip(theirs).TakeWhile(pair => pair.First.Id == pair.Second.Id).Count();
        var branches = await db.StoryBranches.AsNoTracking().Where(branch => branch.ConversationId == conversationId).ToDictionaryAsync(branch => branch.MessageId, cancellationToken);
        return new WayPair(title, common, WayOf(ours, common, branches), WayOf(theirs, common, branches));
    }

    /// <summary>What was said on the way to a message from one depth up to before another, oldest first.</summary>
    public async Task<IReadOnlyList<Message>> MessagesAsync(Guid userId, Guid leaf, int from, int before, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.PathTo(userId, leaf).AsNoTracking().Where(message => message.Depth >= from && message.Depth < before).OrderBy(message => message.Depth).ToListAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<Step>> StepsAsync(MosaicDb db, Guid userId, Guid conversationId, Guid? through, CancellationToken cancellationToken)
    {
        if (through is not { } id || await db.LeafBelowAsync(userId, id, cancellationToken) is not { } leaf) return [];
        return await db.PathTo(userId, leaf).Where(message => message.ConversationId == conversationId).OrderBy(message => message.Depth)
            .Select(message => new Step(message.Id, message.TokensUsed)).ToListAsync(cancellationToken);
    }

    private static Way? WayOf(IReadOnlyList<Step> steps, int common, Dictionary<Guid, StoryBranch> branches) => steps.Count == 0 ? null : new Way(
        steps[^1].Id, common, steps.Count - common, steps.Skip(common).Sum(step => (long)step.Tokens),
        steps.Skip(common).Reverse().Select(step => branches.GetValueOrDefault(step.Id)).FirstOrDefault(branch => branch is not null));
}
