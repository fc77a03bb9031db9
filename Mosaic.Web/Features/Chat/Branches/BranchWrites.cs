using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Tree;

namespace Mosaic.Web.Features.Chat.Branches;

/// <summary>How branches get into the tree; each is part of the caller's transaction, who has locked the conversation.</summary>
internal static class BranchWrites
{
    public static Task<int> CountBranchesAsync(this MosaicDb db, Guid conversationId, CancellationToken cancellationToken) =>
        db.StoryBranches.CountAsync(branch => branch.ConversationId == conversationId, cancellationToken);

    /// <summary>Names points; those around them find their places anew.</summary>
    public static async Task AddBranchesAsync(this MosaicDb db, Guid conversationId, IReadOnlyList<StoryBranch> branches, CancellationToken cancellationToken)
    {
        db.AddRange(branches);
        await db.SaveChangesAsync(cancellationToken);
        await db.PlaceBranchesAsync(conversationId, cancellationToken);
    }

    public static async Task PlaceBranchesAsync(this MosaicDb db, Guid conversationId, CancellationToken cancellationToken)
    {
        var branches = await db.StoryBranches.Where(branch => branch.ConversationId == conversationId).ToListAsync(cancellationToken);
        if (branches.Count == 0) return;
        var messages = await db.Messages.Where(message => message.ConversationId == conversationId).OrderBy(message => message.CreatedAt).ThenBy(message => message.Id)
            .Select(message => new TreePoint(message.Id, message.ParentId, null, false)).ToListAsync(cancellationToken);
        BranchPlaces.Set(messages, branches);
        await db.SaveChangesAsync(cancellationToken);
    }
}
