using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Bots.Jobs;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>What a person does with replies: asks for them, goes on talking, stops, chooses, deletes.</summary>
public sealed class ReplyService
{
    private readonly IDbContextFactory<MosaicDb> _databases;
    private readonly ReplyStarter _starter;
    private readonly Live _live;
    private readonly TimeProvider _clock;

    internal ReplyService(IDbContextFactory<MosaicDb> databases, ReplyStarter starter, Live live, TimeProvider clock) =>
        (_databases, _starter, _live, _clock) = (databases, starter, live, clock);

    /// <summary>The replies under a memo, oldest first, those of threads among them; null where there is no such memo.</summary>
    public async Task<IReadOnlyList<ReplyCard>?> ListAsync(Guid userId, Guid memoId, CancellationToken cancellationToken = default)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Memos.OwnedBy(userId).AnyAsync(memo => memo.Id == memoId, cancellationToken)) return null;
        return await db.BotReplies.OwnedBy(userId).Living().Where(reply => reply.MemoId == memoId).AsCards(db).ToListAsync(cancellationToken);
    }

    /// <summary>One that is not deleted; null when there is none or it is another person's.</summary>
    public async Task<ReplyCard?> FindAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return await db.BotReplies.OwnedBy(userId).Living().Where(reply => reply.Id == id).AsCards(db).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Has a bot reply to a memo; where it has replied to this text already, it gives another answer.</summary>
    public Task<ReplyResult> AskAsync(Guid userId, Guid memoId, Guid botId, CancellationToken cancellationToken = default) => _starter.AskAsync(userId, memoId, botId, cancellationToken);

    /// <summary>Another answer of a reply; those before stay.</summary>
    public Task<ReplyResult> AgainAsync(Guid userId, Guid replyId, CancellationToken cancellationToken = default) => _starter.AgainAsync(userId, replyId, cancellationToken);

    /// <summary>Asks the bot something about its reply, or about what it said in the thread below.</summary>
    public async Task<ReplyResult> AskInThreadAsync(Guid userId, Guid replyId, string question, IReadOnlyList<Guid> pictures, CancellationToken cancellationToken = default)
    {
        question = MemoRules.CleanContent(question.Replace("\0", "", StringComparison.Ordinal)).Trim();
        if (question.Length == 0) return new ReplyResult.Refused("Write something to ask.");
        if (question.Length > BotReply.MaxQuestion) return new ReplyResult.Refused("A question has at most 4,000 characters: shorten it.");
        if (pictures.Count > BotReplyResource.Most) return new ReplyResult.Refused($"A question has at most {BotReplyResource.Most} pictures.");
        return await _starter.AskInThreadAsync(userId, replyId, question, pictures, cancellationToken);
    }

    /// <summary>Ends the writing of a reply; what has come stays. False when it is not being written.</summary>
    public async Task<bool> StopAsync(Guid userId, Guid replyId, CancellationToken cancellationToken = default)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var asked = await db.BotReplies.OwnedBy(userId).Where(reply => reply.Id == replyId && reply.State == ReplyState.Writing)
            .ExecuteUpdateAsync(set => set.SetProperty(reply => reply.StopAsked, true).SetProperty(reply => reply.UpdatedAt, _clock.GetUtcNow()), cancellationToken);
        if (asked == 0) return false;
        await _live.AnnounceAsync(Topics.ReplyStops(userId), replyId.ToString(), CancellationToken.None);
        if (!await IsInLineAsync(db, replyId, cancellationToken)) await EndAsync(db, userId, replyId, cancellationToken);
        return true;
    }

    private static Task<bool> IsInLineAsync(MosaicDb db, Guid replyId, CancellationToken cancellationToken)
    {
        var key = replyId.ToString();
        return db.Jobs.AnyAsync(job => job.Kind == WriteReply.Kind && job.DedupeKey == key && (job.Status == JobStatus.Pending || job.Status == JobStatus.Running), cancellationToken);
    }

    /// <summary>For a reply that nobody writes any more, because its job was discarded or never came to its end.</summary>
    private async Task EndAsync(MosaicDb db, Guid userId, Guid replyId, CancellationToken cancellationToken)
    {
        if (await db.BotReplies.OwnedBy(userId).SingleOrDefaultAsync(reply => reply.Id == replyId && reply.State == ReplyState.Writing, cancellationToken) is not { } reply) return;
        reply.State = ReplyState.Stopped;
        if (await db.BotReplyAnswers.AsNoTracking().SingleOrDefaultAsync(answer => answer.ReplyId == replyId && answer.Number == reply.AnswerNumber, cancellationToken) is { } before) reply.Show(before);
        reply.UpdatedAt = _clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await AnnounceAsync(reply);
    }

    /// <summary>Shows another answer of a reply, by its number from 1; false when there is none such.</summary>
    public async Task<bool> ShowAsync(Guid userId, Guid replyId, int number, CancellationToken cancellationToken = default)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        if (await db.BotReplies.OwnedBy(userId).Living().SingleOrDefaultAsync(reply => reply.Id == replyId && reply.State != ReplyState.Writing, cancellationToken) is not { } reply) return false;
        if (await db.BotReplyAnswers.AsNoTracking().SingleOrDefaultAsync(answer => answer.ReplyId == replyId && answer.Number == number, cancellationToken) is not { } answer) return false;
        reply.Show(answer);
        (reply.Trouble, reply.UpdatedAt) = (null, _clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await AnnounceAsync(reply);
        return true;
    }

    /// <summary>Deletes a reply and the thread below it; one that is being written is stopped. False when there is none such.</summary>
    public async Task<bool> DeleteAsync(Guid userId, Guid replyId, CancellationToken cancellationToken = default)
    {
        await StopAsync(userId, replyId, cancellationToken);
        return await MoveAsync(userId, replyId, _clock.GetUtcNow(), cancellationToken);
    }

    public Task<bool> RestoreAsync(Guid userId, Guid replyId, CancellationToken cancellationToken = default) => MoveAsync(userId, replyId, null, cancellationToken);

    private async Task<bool> MoveAsync(Guid userId, Guid replyId, DateTimeOffset? deletedAt, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        if (await db.BotReplies.OwnedBy(userId).SingleOrDefaultAsync(reply => reply.Id == replyId && (reply.DeletedAt == null) == (deletedAt != null), cancellationToken) is not { } reply) return false;
        (reply.DeletedAt, reply.UpdatedAt) = (deletedAt, _clock.GetUtcNow());
        // Nobody writes what is deleted.
        if (deletedAt is null && reply.State == ReplyState.Writing) reply.State = ReplyState.Stopped;
        await db.SaveChangesAsync(cancellationToken);
        await AnnounceAsync(reply);
        return true;
    }

    private Task AnnounceAsync(BotReply reply) => _live.AnnounceAsync(Topics.Memos(reply.UserId), reply.MemoId.ToString(), CancellationToken.None);
}
