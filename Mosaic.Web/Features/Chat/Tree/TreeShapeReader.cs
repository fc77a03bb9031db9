using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>Reads how a conversation branches, and none of its texts.</summary>
public sealed class TreeShapeReader(IDbContextFactory<MosaicDb> databases)
{
    /// <summary>How much of each message comes along, in characters.</summary>
    public const int BeginningLength = 80;

    /// <summary>Null when there is no such conversation, it is deleted, or it is another person's.</summary>
    public async Task<TreeShape?> ReadAsync(Guid userId, Guid conversationId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Conversations.OwnedBy(userId).Living().Where(conversation => conversation.Id == conversationId)
            .Select(conversation => new { conversation.Title, conversation.ActiveMessageId }).SingleOrDefaultAsync(cancellationToken) is not { } conversation) return null;
        var messages = await (
            from message in db.Messages.OwnedBy(userId).Living()
            where message.ConversationId == conversationId
            join branch in db.StoryBranches on message.Id equals branch.MessageId into named
            from branch in named.DefaultIfEmpty()
            orderby message.CreatedAt, message.Id
            select new ShapedMessage(
                message.Id, message.ParentId, message.Depth, message.Role, message.Name, message.State, message.Content.Substring(0, BeginningLength), message.CreatedAt,
                branch == null ? null : branch.Title, branch == null ? null : branch.Color)).ToListAsync(cancellationToken);
        return new TreeShape(conversation.Title, conversation.ActiveMessageId, Opened(messages, conversation.ActiveMessageId));
    }

    private static List<ShapedMessage> Opened(List<ShapedMessage> messages, Guid? active)
    {
        var parents = messages.ToDictionary(message => message.Id, message => message.ParentId);
        var path = new HashSet<Guid>();
        for (var at = active; at is { } id && path.Add(id) && parents.TryGetValue(id, out var above);) at = above;
        return messages.ConvertAll(message => path.Contains(message.Id) ? message with { IsOpen = true } : message);
    }
}
