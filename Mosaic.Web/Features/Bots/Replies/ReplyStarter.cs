using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Bots.Jobs;
using Mosaic.Web.Features.Bots.Triggers;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>Begins replies: the row that stands for one, so that there is no second, and the job that writes it, together or not at all.</summary>
internal sealed class ReplyStarter(IDbContextFactory<MosaicDb> databases, People people, Live live, TimeProvider clock)
{
    /// <summary>How many bots begin to reply to a memo that was saved; null where AI may not read it.</summary>
    public async Task<int?> ReadAlongAsync(Guid userId, Guid memoId, DateTimeOffset savedAt, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(userId, cancellationToken) is not { } person) return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockBotsAsync(userId, cancellationToken);
        if (await db.Memos.AsNoTracking().OwnedBy(userId).Living().SingleOrDefaultAsync(memo => memo.Id == memoId && !memo.AiExcluded, cancellationToken) is not { } memo) return null;
        var replies = await db.BotReplies.Where(reply => reply.MemoId == memoId && reply.ParentReplyId == null)
            .Select(reply => new { reply.BotId, reply.RevisionNumber, reply.State }).ToListAsync(cancellationToken);
        var today = person.StartOf(person.DayOf(savedAt));
        var tomorrow = person.StartOf(person.DayOf(savedAt).AddDays(1));
        var begun = new List<Guid>();
        foreach (var bot in await db.Bots.AsNoTracking().OwnedBy(userId).Living().Where(bot => bot.AutoReply).InOrder().ToListAsync(cancellationToken))
        {
            // The database would refuse a second one, and with it all others.
            if (replies.Exists(reply => reply.BotId == bot.Id && reply.RevisionNumber == memo.RevisionCount)) continue;
            var own = replies.Where(reply => reply.BotId == bot.Id).ToList();
            var decision = TriggerRules.Decide(bot.Trigger, bot.Name, new TriggerMemo(memo.Content, memo.Tags, TimeOnly.FromDateTime(person.LocalTime(savedAt).DateTime))
            {
                // What answers an older text and is not there yet never will be.
                RepliedToMemo = own.Exists(reply => reply.RevisionNumber == memo.RevisionCount || reply.State is ReplyState.Done or ReplyState.Stopped),
                RepliedToRevision = own.Exists(reply => reply.RevisionNumber == memo.RevisionCount),
                RepliesToday = bot.Trigger.DailyCap is null ? 0 : await db.BotReplies.CountAsync(
                    reply => reply.BotId == bot.Id && reply.IsAutomatic && reply.CreatedAt >= today && reply.CreatedAt < tomorrow, cancellationToken),
            });
            if (decision.Fires) begun.Add(await BeginAsync(db, userId, bot.Id, memo, isAutomatic: true, cancellationToken));
        }
        if (begun.Count == 0) return 0;
        await CommitAsync(db, transaction, userId, memoId, begun, cancellationToken);
        return begun.Count;
    }

    /// <summary>Has a bot reply to a memo as it is now. Where it has replied to this text, another answer is made of that reply.</summary>
    public async Task<ReplyResult> AskAsync(Guid userId, Guid memoId, Guid botId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockBotsAsync(userId, cancellationToken);
        if (!await db.Bots.OwnedBy(userId).Living().AnyAsync(bot => bot.Id == botId, cancellationToken)) return new ReplyResult.NotFound();
        if (await db.Memos.AsNoTracking().OwnedBy(userId).Living().SingleOrDefaultAsync(memo => memo.Id == memoId, cancellationToken) is not { } memo) return new ReplyResult.NotFound();
        if (memo.AiExcluded) return new ReplyResult.Refused("This memo is kept from AI. Let AI read it first.");
        var there = await db.BotReplies.SingleOrDefaultAsync(
            reply => reply.MemoId == memoId && reply.BotId == botId && reply.ParentReplyId == null && reply.RevisionNumber == memo.RevisionCount, cancellationToken);
        if (there is { State: ReplyState.Writing }) return new ReplyResult.Begun(there.Id);
        if (there is not null) WriteAgain(there);
        var id = there?.Id ?? await BeginAsync(db, userId, botId, memo, isAutomatic: false, cancellationToken);
        await CommitAsync(db, transaction, userId, memoId, [id], cancellationToken);
        return new ReplyResult.Begun(id);
    }

    /// <summary>Has a reply written anew; its answers so far stay.</summary>
    public async Task<ReplyResult> AgainAsync(Guid userId, Guid replyId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockBotsAsync(userId, cancellationToken);
        if (await db.BotReplies.OwnedBy(userId).Living().SingleOrDefaultAsync(reply => reply.Id == replyId, cancellationToken) is not { } reply) return new ReplyResult.NotFound();
        if (reply.State == ReplyState.Writing) return new ReplyResult.Begun(replyId);
        if (await RefuseAsync(db, reply, cancellationToken) is { } refusal) return refusal;
        WriteAgain(reply);
        await CommitAsync(db, transaction, userId, reply.MemoId, [replyId], cancellationToken);
        return new ReplyResult.Begun(replyId);
    }

    /// <summary>Asks the bot of a reply something more, in the thread below it.</summary>
    /// <param name="userId">Who asks.</param>
    /// <param name="replyId">The reply, or one in its thread.</param>
    /// <param name="question">Clean, and as long as it may be.</param>
    /// <param name="pictures">Files of the person that go with it; others are left out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ReplyResult> AskInThreadAsync(Guid userId, Guid replyId, string question, IReadOnlyList<Guid> pictures, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockBotsAsync(userId, cancellationToken);
        if (await db.BotReplies.AsNoTracking().OwnedBy(userId).Living().SingleOrDefaultAsync(reply => reply.Id == replyId, cancellationToken) is not { } about) return new ReplyResult.NotFound();
        if (await RefuseAsync(db, about, cancellationToken) is { } refusal) return refusal;
        var root = about.ParentReplyId ?? about.Id;
        if (await db.BotReplies.Living().AnyAsync(reply => (reply.Id == root || reply.ParentReplyId == root) && reply.State == ReplyState.Writing, cancellationToken))
            return new ReplyResult.Refused("The bot is still writing. Wait for it, or stop it.");
        var asked = NewReply(userId, about.MemoId, about.BotId, about.RevisionId, about.RevisionNumber, isAutomatic: false, root, question);
        db.Add(asked);
        var own = await db.Resources.Where(file => file.UserId == userId && file.DeletedAt == null && file.ResourceType == ResourceType.Image && pictures.Contains(file.Id))
            .Select(file => file.Id).ToListAsync(cancellationToken);
        db.AddRange(pictures.Distinct().Where(own.Contains).Select((id, place) => new BotReplyResource { ReplyId = asked.Id, ResourceId = id, SortOrder = place }));
        await CommitAsync(db, transaction, userId, about.MemoId, [asked.Id], cancellationToken);
        return new ReplyResult.Begun(asked.Id);
    }

    private static async Task<ReplyResult?> RefuseAsync(MosaicDb db, BotReply reply, CancellationToken cancellationToken)
    {
        if (await db.Bots.AnyAsync(bot => bot.Id == reply.BotId && bot.DeletedAt != null, cancellationToken)) return new ReplyResult.Refused("This bot is deleted. Restore it first.");
        var memo = await db.Memos.AsNoTracking().Where(memo => memo.Id == reply.MemoId && memo.DeletedAt == null).Select(memo => new { memo.AiExcluded }).SingleOrDefaultAsync(cancellationToken);
        return memo is null ? new ReplyResult.NotFound() : memo.AiExcluded ? new ReplyResult.Refused("This memo is kept from AI. Let AI read it first.") : null;
    }

    private async Task CommitAsync(MosaicDb db, IDbContextTransaction transaction, Guid userId, Guid memoId, IReadOnlyList<Guid> begun, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await db.EnqueueAsync([.. begun.Select(id => WriteReply.For(userId, id))], clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Memos(userId), memoId.ToString(), CancellationToken.None);
    }

    private async Task<Guid> BeginAsync(MosaicDb db, Guid userId, Guid botId, Memo memo, bool isAutomatic, CancellationToken cancellationToken)
    {
        var revision = await db.MemoRevisions.Where(revision => revision.MemoId == memo.Id && revision.RevisionNumber == memo.RevisionCount)
            .Select(revision => (Guid?)revision.Id).SingleOrDefaultAsync(cancellationToken);
        return db.Add(NewReply(userId, memo.Id, botId, revision, memo.RevisionCount, isAutomatic)).Entity.Id;
    }

    private BotReply NewReply(Guid userId, Guid memoId, Guid botId, Guid? revisionId, int revision, bool isAutomatic, Guid? parent = null, string? question = null) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        UserId = userId,
        MemoId = memoId,
        BotId = botId,
        RevisionId = revisionId,
        RevisionNumber = revision,
        ParentReplyId = parent,
        UserQuestion = question,
        State = ReplyState.Writing,
        IsAutomatic = isAutomatic,
        CreatedAt = clock.GetUtcNow(),
        UpdatedAt = clock.GetUtcNow(),
    };

    // What was deleted comes back with its new answer.
    private void WriteAgain(BotReply reply) =>
        (reply.State, reply.Trouble, reply.StopAsked, reply.DeletedAt, reply.UpdatedAt) = (ReplyState.Writing, null, false, null, clock.GetUtcNow());
}
