using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Bots.Personas;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Conversations;

/// <summary>Begins conversations, lists them, and changes all of them but what is said.</summary>
public sealed class ConversationService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    /// <summary>How many a list shows at a time.</summary>
    public const int PageSize = 40;

    private const int LastSaidLength = 300;

    /// <summary>Pinned ones first, then the newest; those whose title or any message holds the text, where one is given. Temporary ones are in no list.</summary>
    public async Task<IReadOnlyList<ConversationCard>> ListAsync(
        Guid userId, string? text = null, bool archived = false, ConversationCursor? after = null, int most = PageSize, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var conversations = db.Conversations.AsNoTracking().OwnedBy(userId).Living().Where(conversation => !conversation.IsTemporary && (conversation.ArchivedAt != null) == archived);
        if (ConversationRules.CleanTitle(text) is { Length: > 0 } sought)
        {
            var pattern = $"%{sought.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            conversations = conversations.Where(conversation => EF.Functions.ILike(conversation.Title, pattern, "\\")
                || db.Messages.Any(message => message.ConversationId == conversation.Id && message.DeletedAt == null && EF.Functions.ILike(message.Content, pattern, "\\")));
        }
        if (after is not null)
            conversations = conversations.Where(conversation => (after.IsPinned && !conversation.IsPinned) || (conversation.IsPinned == after.IsPinned
                && (conversation.UpdatedAt < after.UpdatedAt || (conversation.UpdatedAt == after.UpdatedAt && conversation.Id.CompareTo(after.Id) < 0))));
        return await conversations.OrderByDescending(conversation => conversation.IsPinned).ThenByDescending(conversation => conversation.UpdatedAt).ThenByDescending(conversation => conversation.Id).Take(most)
            .Select(conversation => new
            {
                Conversation = conversation,
                Bot = db.Bots.Where(bot => bot.Id == conversation.BotId).Select(bot => new { bot.Name, bot.AvatarId, bot.Color }).SingleOrDefault(),
                Voices = db.ConversationParticipants.Count(voice => voice.ConversationId == conversation.Id && voice.IsActive),
                Last = db.Messages.Where(message => message.Id == conversation.ActiveMessageId).Select(message => message.Content.Substring(0, LastSaidLength)).SingleOrDefault(),
            })
            .Select(row => new ConversationCard(
                row.Conversation.Id, row.Conversation.Title, row.Conversation.BotId, row.Bot == null ? null : row.Bot.Name, row.Bot == null ? null : row.Bot.AvatarId, row.Bot == null ? 1 : row.Bot.Color,
                row.Voices, row.Conversation.MessageCount, row.Conversation.TotalTokens, row.Conversation.IsPinned, row.Conversation.ArchivedAt != null, row.Conversation.UpdatedAt, row.Last ?? ""))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Null when there is none, it is deleted, or it is another person's.</summary>
    public async Task<Conversation?> FindAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.AsNoTracking().OwnedBy(userId).Living().SingleOrDefaultAsync(conversation => conversation.Id == id, cancellationToken);
    }

    /// <summary>Those of these that are there, in their order.</summary>
    public async Task<IReadOnlyList<Conversation>> ReadAsync(Guid userId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.Conversations.AsNoTracking().OwnedBy(userId).Living().Where(conversation => ids.Contains(conversation.Id)).ToDictionaryAsync(conversation => conversation.Id, cancellationToken);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>Begins a conversation with a bot, which greets where it has a greeting. <paramref name="id"/> where a program or a device made it: made already, it stays as it is.</summary>
    public async Task<ChatResult> StartAsync(Person person, Guid botId, bool isTemporary = false, Guid? id = null, string? title = null, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (id is not null && await db.Conversations.Where(made => made.Id == id).Select(made => (Guid?)made.UserId).SingleOrDefaultAsync(cancellationToken) is { } owner)
            return owner == person.Id ? new ChatResult.Done(id.Value) : new ChatResult.Refused("This id is taken. Make a new one.");
        if (await db.TalkingTo(person.Id).AsNoTracking().SingleOrDefaultAsync(bot => bot.Id == botId, cancellationToken) is not { } bot) return new ChatResult.NotFound();
        var isOwn = bot.UserId == person.Id;
        var named = ConversationRules.CleanTitle(title);
        var conversation = new Conversation
        {
            Id = id ?? Guid.CreateVersion7(now),
            UserId = person.Id,
            BotId = botId,
            Title = named,
            TitleSource = named.Length > 0 ? TitleSource.User : TitleSource.Auto,
            IsTemporary = isTemporary,
            // Somebody else's bot reads nothing that it was not shown.
            Settings = new ConversationSettings { ReadsMemos = isOwn && bot.Config.MemoryEnabled, Remembers = !isTemporary && bot.Config.MemoryEnabled },
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Add(conversation);
        await db.SaveChangesAsync(cancellationToken);
        db.Add(new ConversationParticipant { ConversationId = conversation.Id, BotId = botId });
        await db.SaveChangesAsync(cancellationToken);
        if (Greeting(bot, person) is { Length: > 0 } greeting)
        {
            var message = new Message
            {
                Id = Guid.CreateVersion7(now),
                UserId = person.Id,
                ConversationId = conversation.Id,
                Depth = 0,
                BotId = botId,
                Name = bot.Name,
                Role = MessageRole.Assistant,
                Content = greeting,
                State = MessageState.Complete,
                CreatedAt = now,
                UpdatedAt = now,
            };
            db.Add(message);
            await db.SaveChangesAsync(cancellationToken);
            (conversation.ActiveMessageId, conversation.MessageCount) = (message.Id, 1);
            await db.SaveChangesAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(person.Id, conversation.Id);
        return new ChatResult.Done(conversation.Id, conversation.ActiveMessageId);
    }

    /// <summary>Gives it a name that no model changes; an empty one gives the naming back.</summary>
    public async Task<ChatResult> RenameAsync(Guid userId, Guid id, string title, CancellationToken cancellationToken = default)
    {
        if (ConversationRules.Refuse(title) is { } refusal) return new ChatResult.Refused(refusal);
        title = ConversationRules.CleanTitle(title);
        return await ChangeAsync(userId, id, conversation => (conversation.Title, conversation.TitleSource) = (title, title.Length == 0 ? TitleSource.Auto : TitleSource.User), cancellationToken);
    }

    public Task<ChatResult> PinAsync(Guid userId, Guid id, bool isPinned, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, id, conversation => conversation.IsPinned = isPinned, cancellationToken);

    public Task<ChatResult> ArchiveAsync(Guid userId, Guid id, bool isArchived, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, id, conversation => conversation.ArchivedAt = !isArchived ? null : conversation.ArchivedAt ?? clock.GetUtcNow(), cancellationToken);

    public async Task<ChatResult> SetAsync(Guid userId, Guid id, ConversationSettings settings, CancellationToken cancellationToken = default) =>
        ConversationRules.Refuse(settings) is { } refusal ? new ChatResult.Refused(refusal) : await ChangeAsync(userId, id, conversation => conversation.Settings = settings, cancellationToken);

    /// <summary>Deletes it with all that is said in it; <see cref="RestoreAsync"/> brings it back. A temporary one is gone for good. False when there is none such.</summary>
    public async Task<bool> DeleteAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var gone = await db.Conversations.OwnedBy(userId).Where(conversation => conversation.Id == id && conversation.IsTemporary).ExecuteDeleteAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (gone == 0)
        {
            gone = await db.Conversations.OwnedBy(userId).Living().Where(conversation => conversation.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(conversation => conversation.DeletedAt, now), cancellationToken);
            await db.Database.ExecuteSqlAsync($"SELECT forget_prompts(ARRAY[{id}])", cancellationToken);
        }
        if (gone == 0) return false;
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(userId, id);
        return true;
    }

    public async Task<bool> RestoreAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Conversations.OwnedBy(userId).Where(conversation => conversation.Id == id && conversation.DeletedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(conversation => conversation.DeletedAt, (DateTimeOffset?)null), cancellationToken) == 0) return false;
        await AnnounceAsync(userId, id);
        return true;
    }

    private async Task<ChatResult> ChangeAsync(Guid userId, Guid id, Action<Conversation> change, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Conversations.OwnedBy(userId).Living().SingleOrDefaultAsync(conversation => conversation.Id == id, cancellationToken) is not { } found) return new ChatResult.NotFound();
        change(found);
        await db.SaveChangesAsync(cancellationToken);
        await AnnounceAsync(userId, id);
        return new ChatResult.Done(id);
    }

    private Task AnnounceAsync(Guid userId, Guid id) => live.AnnounceAsync(Topics.Chat(userId), id.ToString(), CancellationToken.None);

    private static string Greeting(Bot bot, Person person) => CardMacros.Fill(bot.Greeting, bot.Name, person.ShownName).Trim();
}
