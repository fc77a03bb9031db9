using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Bots.Recall;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>Gathers what a reply is made of.</summary>
internal sealed class ReplyReader(IDbContextFactory<MosaicDb> databases, BotRecall recall, ReplyPictures pictures, AiConfigs configs)
{
    /// <summary>What of a thread goes along, the newest: in turns, and in UTF-16 code units.</summary>
    private const int MostTurns = 30, MostText = 40_000;

    private const int MostMemoPictures = 4, MostThreadPictures = 8;

    /// <summary>Null where AI may not read the memo, or the text it stands for is gone.</summary>
    public async Task<ReplyReading?> ReadAsync(BotReply reply, Person person, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Memos.AsNoTracking().OwnedBy(person.Id).Living().SingleOrDefaultAsync(memo => memo.Id == reply.MemoId && !memo.AiExcluded, cancellationToken) is not { } memo) return null;
        var bot = await db.Bots.AsNoTracking().SingleAsync(bot => bot.Id == reply.BotId, cancellationToken);
        var texts = await db.MemoRevisions.AsNoTracking().Where(revision => revision.MemoId == memo.Id && revision.RevisionNumber <= reply.RevisionNumber)
            .OrderByDescending(revision => revision.RevisionNumber).Take(2).Select(revision => revision.Content).ToListAsync(cancellationToken);
        if (texts.Count == 0) return null;
        var sees = (await configs.GetAsync(AiPurpose.Reply, cancellationToken)) is { IsOffline: false, Options.SeesPictures: true };
        var reading = new ReplyReading(reply, bot, person.ShownName)
        {
            Memo = texts[0],
            Before = texts is [_, { Length: > 0 } before] ? before : null,
            MemoRevision = memo.RevisionCount,
            WrittenAt = memo.CreatedAt,
            Tags = memo.Tags,
            Turns = await TurnsAsync(db, reply, sees, cancellationToken),
            Pictures = sees ? await OfMemoAsync(db, reply, cancellationToken) : [],
        };
        return bot.Config.MemoryEnabled ? reading with { Recalled = await recall.FindAsync(person.Id, reading.Asked, reading.Tags, memo.Id, cancellationToken) } : reading;
    }

    private async Task<IReadOnlyList<AiPicture>> OfMemoAsync(MosaicDb db, BotReply reply, CancellationToken cancellationToken)
    {
        var ids = await db.Resources.Where(file => file.MemoId == reply.MemoId && file.DeletedAt == null && file.ResourceType == ResourceType.Image)
            .OrderBy(file => file.Position).ThenBy(file => file.Id).Select(file => file.Id).ToListAsync(cancellationToken);
        return await pictures.ReadAsync(reply.UserId, ids, MostMemoPictures, cancellationToken);
    }

    /// <summary>What was said below the memo up to the question, which is last.</summary>
    private async Task<IReadOnlyList<AiTurn>> TurnsAsync(MosaicDb db, BotReply reply, bool sees, CancellationToken cancellationToken)
    {
        if (reply.ParentReplyId is not { } root) return [];
        var said = await db.BotReplies.AsNoTracking().Living()
            .Where(one => one.Id == root || (one.ParentReplyId == root && (one.CreatedAt < reply.CreatedAt || one.Id == reply.Id)))
            .AsCards(db).ToListAsync(cancellationToken);
        var turns = new List<AiTurn>();
        var (room, seen) = (MostText, MostThreadPictures);
        foreach (var one in said.OrderByDescending(one => one.ParentReplyId is not null).ThenByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id))
        {
            var answer = one.Id == reply.Id ? "" : one.Content;
            room -= answer.Length + (one.Question?.Length ?? 0);
            if (turns.Count > 0 && (room < 0 || turns.Count >= MostTurns)) break;
            if (answer.Length > 0) turns.Add(new AiTurn(false, answer));
            if (one.Question is not { } question) continue;
            var shown = sees ? await pictures.ReadAsync(reply.UserId, one.Pictures.Select(file => file.Id), seen, cancellationToken) : [];
            seen -= shown.Count;
            turns.Add(new AiTurn(true, string.Join('\n', one.Pictures.Select(file => $"[a picture: {file.Filename}]").Prepend(question))) { Pictures = shown });
        }
        turns.Reverse();
        return turns;
    }
}
