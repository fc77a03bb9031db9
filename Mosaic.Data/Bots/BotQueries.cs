using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Memos;

namespace Mosaic.Data.Bots;

/// <summary>How bots and their replies are asked for. Every query begins with its owner.</summary>
public static class BotQueries
{
    public static IQueryable<Bot> OwnedBy(this IQueryable<Bot> bots, Guid userId) => bots.Where(bot => bot.UserId == userId);

    /// <summary>Those that are not deleted.</summary>
    public static IQueryable<Bot> Living(this IQueryable<Bot> bots) => bots.Where(bot => bot.DeletedAt == null);

    /// <summary>As their person put them.</summary>
    public static IQueryable<Bot> InOrder(this IQueryable<Bot> bots) => bots.OrderBy(bot => bot.SortOrder).ThenBy(bot => bot.Id);

    public static IQueryable<BotReply> OwnedBy(this IQueryable<BotReply> replies, Guid userId) => replies.Where(reply => reply.UserId == userId);

    /// <summary>Those that are not deleted.</summary>
    public static IQueryable<BotReply> Living(this IQueryable<BotReply> replies) => replies.Where(reply => reply.DeletedAt == null);

    /// <summary>Replies as they are shown, oldest first.</summary>
    public static IQueryable<ReplyCard> AsCards(this IQueryable<BotReply> replies, MosaicDb db) => replies.AsNoTracking()
        .OrderBy(reply => reply.CreatedAt).ThenBy(reply => reply.Id)
        .Join(db.Bots, reply => reply.BotId, bot => bot.Id, (reply, bot) => new ReplyCard(
            reply.Id, reply.MemoId, bot.Id, bot.Name, bot.AvatarId, bot.Color, bot.DeletedAt != null, reply.ParentReplyId, reply.UserQuestion, reply.RevisionNumber,
            reply.Content, reply.State, reply.Trouble, reply.AnswerNumber, reply.AnswerCount, reply.Provider, reply.Model, reply.TurnId,
            reply.Recalled, reply.CreatedAt, reply.UpdatedAt,
            db.BotReplyResources.Where(picture => picture.ReplyId == reply.Id).OrderBy(picture => picture.SortOrder)
                .Join(db.Resources, picture => picture.ResourceId, file => file.Id, (_, file) => new MemoFile(file.Id, file.Filename, file.ResourceType, file.MimeType, file.FileSize))
                .ToList()));

    /// <summary>These memos with what bots replied to them.</summary>
    public static async Task<List<MemoCard>> WithRepliesAsync(this MosaicDb db, Guid userId, List<MemoCard> memos, CancellationToken cancellationToken)
    {
        if (memos.Count == 0) return memos;
        var ids = memos.Select(memo => memo.Id).ToArray();
        var replies = (await db.BotReplies.OwnedBy(userId).Living().Where(reply => ids.Contains(reply.MemoId)).AsCards(db).ToListAsync(cancellationToken)).ToLookup(reply => reply.MemoId);
        return replies.Count == 0 ? memos : [.. memos.Select(memo => replies.Contains(memo.Id) ? memo with { Replies = [.. replies[memo.Id]] } : memo)];
    }

    /// <summary>Lets one who decides which of somebody's bots reply wait for another.</summary>
    public static Task LockBotsAsync(this MosaicDb db, Guid userId, CancellationToken cancellationToken)
    {
        var bots = $"bots {userId:N}";
        return db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({bots}, 0))", cancellationToken);
    }
}
