using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Branches;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Telemetry;
using Npgsql;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>Makes conversations of chats that were led elsewhere. No model reads them and nothing of them is remembered; each is made once.</summary>
public sealed class ChatImportService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <summary>What an import would do.</summary>
    public async Task<ImportReport> ReportAsync(Guid userId, ChatImport.Read file, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var there = await ThereAsync(db, userId, file.Chats, cancellationToken);
        var all = file.Chats.Select(chat => Reported(chat, there.TryGetValue(chat.Key, out var id) ? id : null)).ToList();
        return new ImportReport([.. all.Where(chat => chat.ConversationId is null)], [.. all.Where(chat => chat.ConversationId is not null)], file.Skipped);
    }

    /// <summary>Imports the chats that are not here yet, each whole or not at all.</summary>
    /// <param name="userId">Whose conversations they become.</param>
    /// <param name="file">What was read.</param>
    /// <param name="botId">The bot to go on with; null for none.</param>
    /// <param name="done">Told how many are done, after each.</param>
    /// <param name="cancellationToken">Ends it between two chats or in one of them; those that are done stay.</param>
    /// <returns>Null where there is no such bot that the person may talk with.</returns>
    public async Task<ImportOutcome?> ImportAsync(Guid userId, ChatImport.Read file, Guid? botId = null, Func<int, Task>? done = null, CancellationToken cancellationToken = default)
    {
        using var activity = MosaicActivity.Start("Chat", "Import");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        Bot? bot = null;
        if (botId is not null && (bot = await db.TalkingTo(userId).AsNoTracking().SingleOrDefaultAsync(one => one.Id == botId, cancellationToken)) is null) return null;
        var there = await ThereAsync(db, userId, file.Chats, cancellationToken);
        var imported = new List<ReportedChat>();
        foreach (var chat in file.Chats.Where(chat => !there.ContainsKey(chat.Key)))
        {
            if (await MakeAsync(userId, chat, bot, cancellationToken) is { } id) imported.Add(Reported(chat, id));
            if (done is not null) await done(imported.Count);
        }
        if (imported.Count > 0) await live.AnnounceAsync(Topics.Chat(userId), imported[^1].ConversationId.ToString()!, CancellationToken.None);
        return new ImportOutcome(imported, file.Chats.Count - imported.Count);
    }

    /// <summary>Deletes conversations that an import made, as they are deleted by hand. How many there were.</summary>
    public async Task<int> UndoAsync(Guid userId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var own = await db.Conversations.OwnedBy(userId).Living().Where(conversation => ids.Contains(conversation.Id) && conversation.ImportKey != null)
            .Select(conversation => conversation.Id).ToArrayAsync(cancellationToken);
        if (own.Length == 0) return 0;
        await db.Conversations.Where(conversation => own.Contains(conversation.Id)).ExecuteUpdateAsync(set => set.SetProperty(conversation => conversation.DeletedAt, now), cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT forget_prompts({own})", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Chat(userId), own[0].ToString(), CancellationToken.None);
        return own.Length;
    }

    /// <summary>Null where somebody else imports it in this moment.</summary>
    private async Task<Guid?> MakeAsync(Guid userId, ImportedChat chat, Bot? bot, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        chat = await db.WithOwnSourcesAsync(userId, chat, cancellationToken);
        var conversation = New(userId, chat, bot);
        db.Add(conversation);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failed) when (failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return null;
        }
        if (bot is not null) db.Add(new ConversationParticipant { ConversationId = conversation.Id, BotId = bot.Id });
        var rows = ImportedRows.Of(chat, userId, conversation.Id, conversation.CreatedAt);
        foreach (var batch in rows.Values.Chunk(BatchSize)) await db.WriteAsync(batch, cancellationToken);
        conversation.ActiveMessageId = rows[chat.ActiveExternalId].Id;
        await db.SaveChangesAsync(cancellationToken);
        if (chat.Branches.Count > 0) await db.AddBranchesAsync(conversation.Id, [.. chat.Branches.Select((branch, at) => Named(branch, rows[branch.MessageExternalId], at))], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return conversation.Id;
    }

    private Conversation New(Guid userId, ImportedChat chat, Bot? bot)
    {
        var created = chat.CreatedAt ?? clock.GetUtcNow();
        return new Conversation
        {
            Id = Guid.CreateVersion7(created),
            UserId = userId,
            BotId = bot?.Id,
            Title = chat.Title,
            TitleSource = chat.Title == ChatImports.Untitled ? TitleSource.Auto : TitleSource.User,
            // Somebody else's bot reads nothing that it was not shown.
            Settings = new ConversationSettings { ReadsMemos = bot is null || (bot.UserId == userId && bot.Config.MemoryEnabled) },
            MessageCount = chat.Messages.Count,
            TotalTokens = chat.Messages.Sum(message => (long)message.Tokens),
            ImportKey = chat.Key,
            CreatedAt = created,
            UpdatedAt = chat.UpdatedAt ?? created,
        };
    }

    private static StoryBranch Named(ImportedBranch branch, Message at, int order) => new()
    {
        Id = Guid.CreateVersion7(at.CreatedAt),
        UserId = at.UserId,
        ConversationId = at.ConversationId,
        MessageId = at.Id,
        Title = branch.Title,
        Color = branch.Color,
        UserDirection = branch.Direction,
        Depth = 0,
        BranchOrder = order,
        CreatedAt = at.CreatedAt,
        UpdatedAt = at.CreatedAt,
    };

    /// <summary>Conversations that these chats are already, by their keys; one's own export is the conversation itself.</summary>
    private static async Task<Dictionary<string, Guid>> ThereAsync(MosaicDb db, Guid userId, IReadOnlyList<ImportedChat> chats, CancellationToken cancellationToken)
    {
        var keys = chats.Select(chat => chat.Key).ToArray();
        var there = await db.Conversations.OwnedBy(userId).Living().Where(conversation => keys.Contains(conversation.ImportKey))
            .ToDictionaryAsync(conversation => conversation.ImportKey!, conversation => conversation.Id, cancellationToken);
        var own = chats.Where(chat => chat.Origin == MosaicExport.Origin && Guid.TryParse(chat.ExternalId, out _)).ToLookup(chat => Guid.Parse(chat.ExternalId), chat => chat.Key);
        var ids = own.Select(one => one.Key).ToArray();
        foreach (var id in await db.Conversations.OwnedBy(userId).Living().Where(conversation => ids.Contains(conversation.Id)).Select(conversation => conversation.Id).ToListAsync(cancellationToken))
            foreach (var key in own[id]) there.TryAdd(key, id);
        return there;
    }

    private static ReportedChat Reported(ImportedChat chat, Guid? id) => new(chat.Title, chat.Messages.Count, chat.Ways, chat.Messages.Count(ImportedRows.IsTooLong), id);
}
