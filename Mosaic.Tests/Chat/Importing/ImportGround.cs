using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Data.Chat;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat.Exporting;
using Mosaic.Web.Features.Chat.Importing;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Chat.Importing;

/// <summary>The services of imports over a test's database, and what is in it.</summary>
internal sealed class ImportGround(TestDatabase database)
{
    public TestClock Clock { get; } = new();

    public ChatImportService Imports => new(database, new Live(database.Source, NullLogger<Live>.Instance), Clock);

    public ChatExportService Exports => new(database);

    public async Task<ImportOutcome> ImportAsync(Guid userId, ChatImport.Read file, Guid? botId = null) => (await Imports.ImportAsync(userId, file, botId))!;

    public async Task<Conversation> ConversationAsync(Guid id)
    {
        await using var db = database.CreateDbContext();
        return await db.Conversations.AsNoTracking().SingleAsync(conversation => conversation.Id == id);
    }

    /// <summary>As they stand in the tree: by depth, and siblings in their order.</summary>
    public async Task<List<Message>> MessagesAsync(Guid conversationId)
    {
        await using var db = database.CreateDbContext();
        return await db.Messages.AsNoTracking().Where(message => message.ConversationId == conversationId).OrderBy(message => message.Depth).ThenBy(message => message.CreatedAt).ThenBy(message => message.Id).ToListAsync();
    }

    /// <summary>The tree as text: each message with its children in their order, whatever their ids are.</summary>
    public async Task<string> TreeAsync(Guid conversationId)
    {
        var messages = await MessagesAsync(conversationId);
        return string.Join(' ', messages.Where(message => message.ParentId is null).Select(Of));

        string Of(Message message)
        {
            var below = messages.Where(child => child.ParentId == message.Id).Select(Of).ToList();
            return $"{message.Role[0]}:{message.Name}:{message.Content}:{message.State}:{message.Model}:{message.TokensUsed}:{message.CreatedAt:O}{(below.Count > 0 ? $"({string.Join(' ', below)})" : "")}";
        }
    }
}
