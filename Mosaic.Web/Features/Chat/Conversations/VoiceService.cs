using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Conversations;

/// <summary>Who takes part in a conversation.</summary>
public sealed class VoiceService(IDbContextFactory<MosaicDb> databases, Live live)
{
    /// <summary>The most bots of one conversation.</summary>
    public const int Most = 8;

    /// <summary>Those that may speak, in their order.</summary>
    public async Task<IReadOnlyList<Voice>> ListAsync(Guid userId, Guid conversationId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ConversationParticipants.Where(voice => voice.ConversationId == conversationId && voice.IsActive && db.Conversations.Any(conversation => conversation.Id == conversationId && conversation.UserId == userId))
            .OrderBy(voice => voice.Position).ThenBy(voice => voice.BotId)
            .Join(db.Bots, voice => voice.BotId, bot => bot.Id, (voice, bot) => new Voice(bot.Id, bot.Name, bot.AvatarId, bot.Color, voice.AutoRespond, bot.DeletedAt != null)).ToListAsync(cancellationToken);
    }

    /// <summary>Bots that could join: whom the person may talk with and who is not here yet.</summary>
    public async Task<IReadOnlyList<Voice>> OthersAsync(Guid userId, Guid conversationId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.TalkingTo(userId).Where(bot => !db.ConversationParticipants.Any(voice => voice.ConversationId == conversationId && voice.BotId == bot.Id && voice.IsActive))
            .OrderBy(bot => bot.UserId != userId).ThenBy(bot => bot.SortOrder).ThenBy(bot => bot.Name).Take(100)
            .Select(bot => new Voice(bot.Id, bot.Name, bot.AvatarId, bot.Color, true, false)).ToListAsync(cancellationToken);
    }

    /// <summary>Lets a bot join at the end of the row, or come back.</summary>
    public async Task<ChatResult> AddAsync(Guid userId, Guid conversationId, Guid botId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockConversationAsync(conversationId, cancellationToken);
        if (await db.Conversations.OwnedBy(userId).Living().SingleOrDefaultAsync(conversation => conversation.Id == conversationId, cancellationToken) is not { } conversation) return new ChatResult.NotFound();
        if (!await db.TalkingTo(userId).AnyAsync(bot => bot.Id == botId, cancellationToken)) return new ChatResult.NotFound();
        var voices = await db.ConversationParticipants.Where(voice => voice.ConversationId == conversationId).ToListAsync(cancellationToken);
        var there = voices.Find(voice => voice.BotId == botId);
        if (there is { IsActive: true }) return new ChatResult.Done(conversationId);
        if (voices.Count(voice => voice.IsActive) >= Most) return new ChatResult.Refused($"At most {Most} bots talk in one conversation. Send one away first.");
        var place = voices.Select(voice => voice.Position).DefaultIfEmpty(-1).Max() + 1;
        if (there is null) db.Add(new ConversationParticipant { ConversationId = conversationId, BotId = botId, Position = place });
        else (there.IsActive, there.Position) = (true, place);
        conversation.BotId ??= botId;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(userId, conversationId);
        return new ChatResult.Done(conversationId);
    }

    /// <summary>Sends a bot away; what it said stays. Where it spoke first, the next one does then.</summary>
    public async Task<ChatResult> RemoveAsync(Guid userId, Guid conversationId, Guid botId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockConversationAsync(conversationId, cancellationToken);
        if (await db.Conversations.OwnedBy(userId).Living().SingleOrDefaultAsync(conversation => conversation.Id == conversationId, cancellationToken) is not { } conversation) return new ChatResult.NotFound();
        var voices = await db.ConversationParticipants.Where(voice => voice.ConversationId == conversationId && voice.IsActive).OrderBy(voice => voice.Position).ToListAsync(cancellationToken);
        if (voices.Find(voice => voice.BotId == botId) is not { } leaving) return new ChatResult.NotFound();
        if (voices.Count == 1) return new ChatResult.Refused("It is the only voice here. Add another one first.");
        leaving.IsActive = false;
        if (conversation.BotId == botId) conversation.BotId = voices.First(voice => voice != leaving).BotId;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(userId, conversationId);
        return new ChatResult.Done(conversationId);
    }

    /// <summary>Whether a bot may speak without being asked.</summary>
    public async Task<ChatResult> SetAutoAsync(Guid userId, Guid conversationId, Guid botId, bool autoRespond, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var changed = await db.ConversationParticipants.Where(voice => voice.ConversationId == conversationId && voice.BotId == botId && db.Conversations.Any(conversation => conversation.Id == conversationId && conversation.UserId == userId))
            .ExecuteUpdateAsync(set => set.SetProperty(voice => voice.AutoRespond, autoRespond), cancellationToken);
        if (changed == 0) return new ChatResult.NotFound();
        await AnnounceAsync(userId, conversationId);
        return new ChatResult.Done(conversationId);
    }

    private Task AnnounceAsync(Guid userId, Guid conversationId) => live.AnnounceAsync(Topics.Chat(userId), conversationId.ToString(), CancellationToken.None);
}
