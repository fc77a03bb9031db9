using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Memos.Ai;

/// <summary>How a step reads a memo, and writes what it made of it only while that is still what the memo says.</summary>
internal sealed class MemoReading(IDbContextFactory<MosaicDb> databases, Live live)
{
    public static JobResult Gone { get; } = JobResult.Skip("The memo is kept from AI, in the trash, or gone.");

    public static JobResult Stale { get; } = JobResult.Skip("The memo was changed meanwhile; its new text is read by the next job.");

    /// <summary>The memo while AI may read it; null otherwise.</summary>
    public async Task<ReadMemo?> FindAsync(Guid userId, Guid memoId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Readable(db, userId, memoId).Select(memo => new ReadMemo(memo.UserId, memo.Id, memo.RevisionCount, memo.Content, memo.Tags, memo.CreatedAt)
        {
            TagsRevision = db.MemoAi.Where(made => made.MemoId == memo.Id).Select(made => made.TagsRevision).FirstOrDefault(),
            SummaryRevision = db.MemoAi.Where(made => made.MemoId == memo.Id).Select(made => made.SummaryRevision).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Writes in one transaction with the memo locked; false, and nothing is written, when it changed or may not be read any more.</summary>
    public async Task<bool> WriteAsync(ReadMemo read, Func<MosaicDb, Memo, MemoAi, Task> write, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockMemoAsync(read.Id, cancellationToken);
        var memo = await Readable(db, read.UserId, read.Id).Where(memo => memo.RevisionCount == read.Revision).SingleOrDefaultAsync(cancellationToken);
        if (memo is null) return false;
        var made = await db.MemoAi.SingleOrDefaultAsync(made => made.MemoId == read.Id, cancellationToken);
        if (made is null) db.Add(made = new MemoAi { MemoId = read.Id, UserId = read.UserId });
        await write(db, memo, made);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Memos(read.UserId), read.Id.ToString(), CancellationToken.None);
        return true;
    }

    public static AiSource SourceOf(ReadMemo memo) => new(Memo.EntityName, memo.Id, memo.Content) { Revision = memo.Revision, WrittenAt = memo.CreatedAt };

    private static IQueryable<Memo> Readable(MosaicDb db, Guid userId, Guid memoId) =>
        db.Memos.OwnedBy(userId).Living().Where(memo => memo.Id == memoId && !memo.AiExcluded);
}
