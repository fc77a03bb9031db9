using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.Exporting;

/// <summary>Writes conversations as files that can be taken elsewhere. Those of others, deleted ones and what was deleted in them are in none.</summary>
public sealed class ChatExportService(IDbContextFactory<MosaicDb> databases)
{
    private const string Untitled = "Conversation";

    /// <summary>The open path as it is read, with names and times; null where there is no such conversation.</summary>
    public async Task<(string Title, string Text)?> MarkdownAsync(Person person, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, person.Id, id, cancellationToken) is not { } conversation) return null;
        var path = conversation.ActiveMessageId is { } active ? await db.PathTo(person.Id, active).AsNoTracking().OrderBy(message => message.Depth).ToListAsync(cancellationToken) : [];
        var title = TitleOf(conversation);
        var text = new StringBuilder("# ").Append(title).Append('\n');
        foreach (var message in path)
        {
            text.Append("\n## ").Append(NameOf(message, person)).Append(" · ").Append(person.LocalTime(message.CreatedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)).Append("\n\n");
            if (message.Content.Length > 0) text.Append(message.Content.Trim()).Append('\n');
            if (message.Trouble is { } trouble) text.Append("\n*").Append(trouble).Append("*\n");
        }
        return (title, text.ToString());
    }

    /// <summary>All of it, siblings and branches too; null where there is no such conversation.</summary>
    public async Task<(string Title, ExportedChat Chat)?> TreeAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, userId, id, cancellationToken) is not { } conversation) return null;
        // Parents before children, and siblings in their order.
        var messages = await db.Messages.AsNoTracking().OwnedBy(userId).Living().Where(message => message.ConversationId == id)
            .OrderBy(message => message.Depth).ThenBy(message => message.CreatedAt).ThenBy(message => message.Id).ToListAsync(cancellationToken);
        var branches = await db.StoryBranches.AsNoTracking().Where(branch => branch.ConversationId == id && branch.UserId == userId).OrderBy(branch => branch.BranchOrder).ToListAsync(cancellationToken);
        var there = messages.Select(message => message.Id).ToHashSet();
        return (TitleOf(conversation), new ExportedChat(
            new ExportedChat.About(id, conversation.Title, conversation.TitleSource, conversation.ActiveMessageId, conversation.TotalTokens, conversation.CreatedAt, conversation.UpdatedAt),
            [.. messages.Select(ExportedMessage.Of)],
            [.. branches.Where(branch => there.Contains(branch.MessageId)).Select(branch => new ExportedBranch(branch.MessageId, branch.Title, branch.Color, branch.UserDirection))]));
    }

    private static Task<Conversation?> FindAsync(MosaicDb db, Guid userId, Guid id, CancellationToken cancellationToken) =>
        db.Conversations.AsNoTracking().OwnedBy(userId).Living().SingleOrDefaultAsync(conversation => conversation.Id == id, cancellationToken);

    private static string TitleOf(Conversation conversation) => conversation.Title.Length > 0 ? conversation.Title : Untitled;

    private static string NameOf(Message message, Person person) => message.Role switch
    {
        MessageRole.User => message.Name ?? person.ShownName,
        MessageRole.System => message.Name ?? "System",
        _ => message.Name ?? "Bot",
    };
}
