using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>Writes down what became of a reply. Each of these does nothing where the reply is not being written any more.</summary>
internal sealed class ReplyKeeper(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    /// <summary>The reply if it is to be written: it waits, was broken off by a crash, or failed and is tried again.</summary>
    public async Task<BotReply?> TakeAsync(Guid userId, Guid replyId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var reply = await db.BotReplies.OwnedBy(userId).Living().SingleOrDefaultAsync(
            reply => reply.Id == replyId && (reply.State == ReplyState.Writing || reply.State == ReplyState.Failed), cancellationToken);
        if (reply is not { State: ReplyState.Failed }) return reply;
        (reply.State, reply.Trouble, reply.UpdatedAt) = (ReplyState.Writing, null, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await AnnounceAsync(reply);
        return reply;
    }

    /// <summary>What has come so far, for other processes and in case this one ends.</summary>
    public async Task ShowAsync(BotReply reply, string content)
    {
        await using var db = await databases.CreateDbContextAsync();
        await Written(db, reply).ExecuteUpdateAsync(set => set.SetProperty(row => row.Content, content).SetProperty(row => row.UpdatedAt, clock.GetUtcNow()));
        await live.AnnounceAsync(Topics.Replies(reply.UserId), reply.Id.ToString());
    }

    public async Task<bool> WantsStopAsync(BotReply reply, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return !await Written(db, reply).AnyAsync(row => !row.StopAsked, cancellationToken);
    }

    /// <summary>Whether the memo may be read and, where the reply stands for one text, still says that.</summary>
    public async Task<bool> StandsAsync(ReplyReading reading, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await StandsAsync(db, reading, cancellationToken);
    }

    /// <summary>Keeps an answer and shows it; false, and nothing is kept, where the memo changed or may not be read any more.</summary>
    public async Task<bool> KeepAsync(ReplyReading reading, BotReplyAnswer answer, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockMemoAsync(reading.Reply.MemoId, cancellationToken);
        if (!await StandsAsync(db, reading, cancellationToken)) return false;
        var row = await Written(db, reading.Reply).SingleOrDefaultAsync(cancellationToken);
        if (row is null) return true;
        row.Show(answer);
        (row.AnswerCount, row.Trouble, row.UpdatedAt) = (answer.Number, null, clock.GetUtcNow());
        db.Add(answer);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(row);
        return true;
    }

    /// <summary>There is no answer, or no other one: what was shown before comes back.</summary>
    public async Task FailAsync(BotReply reply, string partial, string sentence)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await Written(db, reply).SingleOrDefaultAsync() is not { } row) return;
        (row.State, row.Content, row.UpdatedAt) = (ReplyState.Failed, partial, clock.GetUtcNow());
        if (row.AnswerNumber > 0 && await db.BotReplyAnswers.AsNoTracking().SingleOrDefaultAsync(answer => answer.ReplyId == row.Id && answer.Number == row.AnswerNumber) is { } before) row.Show(before);
        row.Trouble = sentence;
        await db.SaveChangesAsync();
        await AnnounceAsync(row);
    }

    /// <summary>Takes a first answer away that nobody wants any more, as if it had never begun.</summary>
    public async Task DiscardAsync(BotReply reply)
    {
        await using var db = await databases.CreateDbContextAsync();
        await Written(db, reply).ExecuteDeleteAsync();
        await AnnounceAsync(reply);
    }

    private Task AnnounceAsync(BotReply reply) => live.AnnounceAsync(Topics.Memos(reply.UserId), reply.MemoId.ToString(), CancellationToken.None);

    private static Task<bool> StandsAsync(MosaicDb db, ReplyReading reading, CancellationToken cancellationToken) =>
        db.Memos.OwnedBy(reading.Reply.UserId).Living().AnyAsync(
            memo => memo.Id == reading.Reply.MemoId && !memo.AiExcluded && (!reading.IsOfOneText || memo.RevisionCount == reading.Reply.RevisionNumber), cancellationToken);

    private static IQueryable<BotReply> Written(MosaicDb db, BotReply reply) =>
        db.BotReplies.OwnedBy(reply.UserId).Where(row => row.Id == reply.Id && row.State == ReplyState.Writing);
}
