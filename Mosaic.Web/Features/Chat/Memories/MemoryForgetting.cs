using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>Has bots forget: the fact goes with all that was made of the message that says it, and bots read that message no more.</summary>
public sealed class MemoryForgetting
{
    private readonly IDbContextFactory<MosaicDb> _databases;
    private readonly MemoryIndex _index;
    private readonly Live _live;
    private readonly TimeProvider _clock;

    internal MemoryForgetting(IDbContextFactory<MosaicDb> databases, MemoryIndex index, Live live, TimeProvider clock) => (_databases, _index, _live, _clock) = (databases, index, live, clock);

    /// <summary>What was taken away, for an undo; null when there is no such fact.</summary>
    public async Task<ForgottenFacts?> ForgetAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var mine = db.Memories.AsNoTracking().OwnedBy(userId).Where(memory => memory.Kind == MemoryKind.Fact);
        if (await mine.SingleOrDefaultAsync(memory => memory.Id == id, cancellationToken) is not { } fact) return null;
        if (fact.ConversationId is { } conversation) await db.LockConversationAsync(conversation, cancellationToken);
        var forgotten = fact.SourceMessageId is { } said ? await mine.Where(memory => memory.SourceMessageId == said).ToListAsync(cancellationToken) : await mine.Where(memory => memory.Id == id).ToListAsync(cancellationToken);
        // Somebody else forgot it while we waited.
        if (!forgotten.Exists(memory => memory.Id == id)) return null;
        await db.Memories.Where(memory => memory.Id == id).ExecuteDeleteAsync(cancellationToken);
        if (fact is { SourceMessageId: { } message, ConversationId: { } place }) await SilenceAsync(db, userId, place, message, cancellationToken);
        else if (fact.ConversationId is { } only) await db.Database.ExecuteSqlAsync($"SELECT forget_prompts(ARRAY[{only}])", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(userId, fact.ConversationId);
        return new ForgottenFacts(fact.SourceMessageId, forgotten);
    }

    /// <summary>Brings back what forgetting took, and lets bots read the message again. What was made of its conversation since then is made anew. False when the message is gone.</summary>
    public async Task<bool> RestoreAsync(Guid userId, ForgottenFacts forgotten, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(forgotten);
        var ids = forgotten.Facts.Where(fact => fact.UserId == userId).Select(fact => fact.Id).ToArray();
        if (ids.Length == 0) return false;
        var conversation = forgotten.Facts[0].ConversationId;
        await using (var db = await _databases.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (conversation is { } id) await db.LockConversationAsync(id, cancellationToken);
            if (conversation is not null && !await db.Conversations.OwnedBy(userId).AnyAsync(row => row.Id == conversation, cancellationToken)) return false;
            if (forgotten.MessageId is { } message && await db.Messages.OwnedBy(userId).Where(row => row.Id == message)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsForgotten, false), cancellationToken) == 0) return false;
            foreach (var fact in await KeepableAsync(db, forgotten, ids, cancellationToken)) db.Add(fact);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        await PlaceAsync(userId, ids, cancellationToken);
        await AnnounceAsync(userId, conversation);
        return true;
    }

    /// <summary>Takes away all that was made of a message, and what was made of the conversation with it in sight.</summary>
    private async Task SilenceAsync(MosaicDb db, Guid userId, Guid conversationId, Guid messageId, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        await db.Messages.OwnedBy(userId).Where(message => message.Id == messageId)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.IsForgotten, true).SetProperty(message => message.UpdatedAt, now), cancellationToken);
        await db.Memories.Where(memory => memory.SourceMessageId == messageId).ExecuteDeleteAsync(cancellationToken);
        var below = db.Subtree(userId, messageId).Select(message => message.Id);
        await db.Memories.Where(memory => memory.ConversationId == conversationId && memory.Kind == MemoryKind.Summary && below.Contains(memory.SourceMessageId!.Value)).ExecuteDeleteAsync(cancellationToken);
        // A name that a model gave it may say it too; the next answer gives it another one.
        await db.Conversations.Where(conversation => conversation.Id == conversationId && conversation.TitleSource == TitleSource.Auto && conversation.Title != "")
            .ExecuteUpdateAsync(set => set.SetProperty(conversation => conversation.Title, ""), cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT forget_prompts(ARRAY[{conversationId}])", cancellationToken);
    }

    /// <summary>Those that are not there and whose bot is; a branch that is gone is left out.</summary>
    private async Task<List<Memory>> KeepableAsync(MosaicDb db, ForgottenFacts forgotten, Guid[] ids, CancellationToken cancellationToken)
    {
        var there = await db.Memories.Where(memory => ids.Contains(memory.Id)).Select(memory => memory.Id).ToListAsync(cancellationToken);
        var named = forgotten.Facts.Select(fact => fact.BotId).OfType<Guid>().ToArray();
        var bots = await db.Bots.Where(bot => named.Contains(bot.Id)).Select(bot => bot.Id).ToListAsync(cancellationToken);
        var on = forgotten.Facts.Select(fact => fact.BranchId).OfType<Guid>().ToArray();
        var branches = await db.StoryBranches.Where(branch => on.Contains(branch.Id)).Select(branch => branch.Id).ToListAsync(cancellationToken);
        return [.. forgotten.Facts.Where(fact => ids.Contains(fact.Id) && !there.Contains(fact.Id) && (fact.BotId is null || bots.Contains(fact.BotId.Value))).Select(fact => new Memory
        {
            Id = fact.Id, UserId = fact.UserId, BotId = fact.BotId, ConversationId = fact.ConversationId, BranchId = fact.BranchId is { } branch && branches.Contains(branch) ? branch : null, Kind = fact.Kind,
            Content = fact.Content, Scope = fact.Scope, IsScopeChosen = fact.IsScopeChosen, Importance = fact.Importance, IsPinned = fact.IsPinned, ValidUntil = fact.ValidUntil, SourceMessageId = fact.SourceMessageId,
            Position = fact.Position, ReadIds = fact.ReadIds, Metadata = fact.Metadata, CreatedAt = fact.CreatedAt, UpdatedAt = _clock.GetUtcNow(),
        })];
    }

    /// <summary>What cannot be placed now is kept all the same.</summary>
    private async Task PlaceAsync(Guid userId, Guid[] ids, CancellationToken cancellationToken)
    {
        try
        {
            await _index.PlaceAsync(userId, ids, null, cancellationToken);
        }
        catch (AiException)
        {
        }
    }

    private async Task AnnounceAsync(Guid userId, Guid? conversationId)
    {
        await _live.AnnounceAsync(Topics.Memories(userId), cancellationToken: CancellationToken.None);
        if (conversationId is { } id) await _live.AnnounceAsync(Topics.Chat(userId), id.ToString(), CancellationToken.None);
    }
}
