using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>The ledger of what bots keep of a person: every fact, to be read, put right, pinned, widened and narrowed. <see cref="MemoryForgetting"/> takes facts away.</summary>
public sealed class MemoryService
{
    /// <summary>How many a list shows at a time.</summary>
    public const int PageSize = 40;

    private readonly IDbContextFactory<MosaicDb> _databases;
    private readonly MemoryIndex _index;
    private readonly Live _live;
    private readonly TimeProvider _clock;

    internal MemoryService(IDbContextFactory<MosaicDb> databases, MemoryIndex index, Live live, TimeProvider clock) => (_databases, _index, _live, _clock) = (databases, index, live, clock);

    /// <summary>Newest first. Those of deleted conversations are in no list.</summary>
    public async Task<IReadOnlyList<MemoryEntry>> ListAsync(Guid userId, MemoryFilter filter, MemoryCursor? after = null, int most = PageSize, CancellationToken cancellationToken = default)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var facts = Facts(db, userId);
        if (filter.BotId is { } bot) facts = facts.Where(memory => memory.BotId == bot || memory.Scope == MemoryScope.All);
        if (filter.ConversationId is { } conversation) facts = facts.Where(memory => memory.ConversationId == conversation);
        if (filter.Text.Trim().Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } sought)
        {
            var pattern = $"%{sought.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            facts = facts.Where(memory => EF.Functions.ILike(memory.Content, pattern, "\\"));
        }
        if (after is not null) facts = facts.Where(memory => memory.CreatedAt < after.CreatedAt || (memory.CreatedAt == after.CreatedAt && memory.Id.CompareTo(after.Id) < 0));
        return await EntriesAsync(db, facts.OrderByDescending(memory => memory.CreatedAt).ThenByDescending(memory => memory.Id).Take(most), cancellationToken);
    }

    /// <summary>Null when there is none, its source is deleted, or it is another person's.</summary>
    public async Task<MemoryEntry?> FindAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return (await EntriesAsync(db, Facts(db, userId).Where(memory => memory.Id == id), cancellationToken)).SingleOrDefault();
    }

    /// <summary>Keeps what the person writes themselves: for all bots, for one of theirs, or for one conversation.</summary>
    public async Task<MemoryResult> AddAsync(Guid userId, string content, Guid? botId = null, Guid? conversationId = null, CancellationToken cancellationToken = default)
    {
        content = MemoryRules.Clean(content);
        if (MemoryRules.Refuse(content) is { } refusal) return new MemoryResult.Refused(refusal);
        var now = _clock.GetUtcNow();
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        if (botId is not null && !await db.TalkingTo(userId).AnyAsync(bot => bot.Id == botId, cancellationToken)) return new MemoryResult.NotFound();
        if (conversationId is not null && !await db.Conversations.OwnedBy(userId).Living().AnyAsync(conversation => conversation.Id == conversationId && !conversation.IsTemporary, cancellationToken)) return new MemoryResult.NotFound();
        var memory = new Memory
        {
            Id = Guid.CreateVersion7(now),
            UserId = userId,
            BotId = botId,
            ConversationId = conversationId,
            Kind = MemoryKind.Fact,
            Content = content,
            Scope = conversationId is not null ? MemoryScope.Conversation : botId is not null ? MemoryScope.Bot : MemoryScope.All,
            IsScopeChosen = true,
            Metadata = new MemoryMetadata { IsEdited = true },
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Add(memory);
        await db.SaveChangesAsync(cancellationToken);
        await PlaceAsync(userId, memory.Id, cancellationToken);
        await AnnounceAsync(userId);
        return await SavedAsync(userId, memory.Id, cancellationToken);
    }

    /// <summary>Says it otherwise; no model changes it from then on.</summary>
    public async Task<MemoryResult> EditAsync(Guid userId, Guid id, string content, CancellationToken cancellationToken = default)
    {
        content = MemoryRules.Clean(content);
        if (MemoryRules.Refuse(content) is { } refusal) return new MemoryResult.Refused(refusal);
        var result = await ChangeAsync(userId, id, async (db, memory) =>
        {
            (memory.Content, memory.Metadata) = (content, memory.Metadata with { IsEdited = true });
            // Where the old words lie says nothing of the new ones.
            await db.MemoryEmbeddings.Where(row => row.MemoryId == id).ExecuteDeleteAsync(cancellationToken);
            return null;
        }, cancellationToken);
        if (result is MemoryResult.Saved) await PlaceAsync(userId, id, cancellationToken);
        return result;
    }

    public Task<MemoryResult> PinAsync(Guid userId, Guid id, bool isPinned, CancellationToken cancellationToken = default) => SetAsync(userId, id, memory => memory.IsPinned = isPinned, cancellationToken);

    /// <summary>From then on it is not known any more; null lets it hold.</summary>
    public Task<MemoryResult> SetValidUntilAsync(Guid userId, Guid id, DateTimeOffset? validUntil, CancellationToken cancellationToken = default) =>
        SetAsync(userId, id, memory => memory.ValidUntil = validUntil?.ToUniversalTime(), cancellationToken);

    /// <summary>0 to 1; what is beyond becomes the end.</summary>
    public Task<MemoryResult> SetImportanceAsync(Guid userId, Guid id, double importance, CancellationToken cancellationToken = default) =>
        SetAsync(userId, id, memory => memory.Importance = double.IsNaN(importance) ? 0.5f : (float)Math.Clamp(importance, 0, 1), cancellationToken);

    /// <summary>Widens or narrows who knows it. Chosen by the person, it holds on every branch.</summary>
    public Task<MemoryResult> SetScopeAsync(Guid userId, Guid id, string scope, CancellationToken cancellationToken = default) => ChangeAsync(userId, id, (_, memory) =>
    {
        var refusal = MemoryRules.RefuseScope(memory, scope);
        if (refusal is null) (memory.Scope, memory.IsScopeChosen) = (scope, true);
        return Task.FromResult<MemoryResult?>(refusal is null ? null : new MemoryResult.Refused(refusal));
    }, cancellationToken);

    private static IQueryable<Memory> Facts(MosaicDb db, Guid userId) => db.Memories.OwnedBy(userId).Living(db).Where(memory => memory.Kind == MemoryKind.Fact);

    private static async Task<List<MemoryEntry>> EntriesAsync(MosaicDb db, IQueryable<Memory> facts, CancellationToken cancellationToken)
    {
        var rows = await facts.AsNoTracking().Select(memory => new
        {
            Memory = memory,
            Bot = db.Bots.Where(bot => bot.Id == memory.BotId).Select(bot => bot.Name).SingleOrDefault(),
            Conversation = db.Conversations.Where(conversation => conversation.Id == memory.ConversationId).Select(conversation => conversation.Title).SingleOrDefault(),
            Said = db.Messages.Where(message => message.Id == memory.SourceMessageId).Select(message => (DateTimeOffset?)message.CreatedAt).SingleOrDefault(),
            Branch = db.StoryBranches.Where(branch => branch.Id == memory.BranchId).Select(branch => branch.Title).SingleOrDefault(),
        }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new MemoryEntry(
            row.Memory.Id, row.Memory.Content, row.Memory.Scope, row.Memory.Importance, row.Memory.IsPinned, row.Memory.ValidUntil, row.Memory.BotId, row.Bot, row.Memory.ConversationId, row.Conversation,
            row.Memory.SourceMessageId, row.Said, row.Branch, row.Memory.Metadata.IsEdited, row.Memory.CreatedAt));
    }

    private Task<MemoryResult> SetAsync(Guid userId, Guid id, Action<Memory> change, CancellationToken cancellationToken) => ChangeAsync(userId, id, (_, memory) =>
    {
        change(memory);
        return Task.FromResult<MemoryResult?>(null);
    }, cancellationToken);

    private async Task<MemoryResult> ChangeAsync(Guid userId, Guid id, Func<MosaicDb, Memory, Task<MemoryResult?>> change, CancellationToken cancellationToken)
    {
        await using (var db = await _databases.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await Facts(db, userId).SingleOrDefaultAsync(memory => memory.Id == id, cancellationToken) is not { } memory) return new MemoryResult.NotFound();
            if (await change(db, memory) is { } refused) return refused;
            memory.UpdatedAt = _clock.GetUtcNow();
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Forgotten in this moment.
                return new MemoryResult.NotFound();
            }
            await transaction.CommitAsync(cancellationToken);
        }
        await AnnounceAsync(userId);
        return await SavedAsync(userId, id, cancellationToken);
    }

    private async Task<MemoryResult> SavedAsync(Guid userId, Guid id, CancellationToken cancellationToken) =>
        await FindAsync(userId, id, cancellationToken) is { } entry ? new MemoryResult.Saved(entry) : new MemoryResult.NotFound();

    /// <summary>What cannot be placed now is kept all the same, and found when everything is placed anew.</summary>
    private async Task PlaceAsync(Guid userId, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await _index.PlaceAsync(userId, [id], null, cancellationToken);
        }
        catch (AiException)
        {
        }
    }

    private Task AnnounceAsync(Guid userId) => _live.AnnounceAsync(Topics.Memories(userId), cancellationToken: CancellationToken.None);
}
