using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Memos;

/// <summary>One file at a time of a memo, for who does not save the memo with it. A change of the files is a change of the memo.</summary>
public sealed class MemoAttachments(IDbContextFactory<MosaicDb> databases, FileCleaner cleaner, Live live, TimeProvider clock)
{
    /// <summary>The file if it is this person's and not deleted.</summary>
    public async Task<Resource?> FindAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Resources.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.UserId == userId && file.DeletedAt == null, cancellationToken);
    }

    /// <summary>Puts an uploaded file at the end of a memo's files; false when either is not there, or not theirs, or the file is another memo's.</summary>
    public Task<bool> PutOnAsync(Guid userId, Guid id, Guid memoId, CancellationToken cancellationToken = default) => ChangeAsync(userId, memoId, async (db, now) =>
    {
        var last = await db.Resources.Where(file => file.MemoId == memoId && file.Id != id).MaxAsync(file => (int?)file.Position, cancellationToken) ?? 0;
        return await db.Resources.Where(file => file.Id == id && file.UserId == userId && (file.MemoId == null || file.MemoId == memoId))
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.MemoId, memoId).SetProperty(file => file.Position, last + 1)
                .SetProperty(file => file.UpdatedAt, now), cancellationToken);
    }, cancellationToken);

    /// <summary>Takes a file off its memo, as the composer does; one that no memo has goes with its bytes. False when there is none such.</summary>
    public async Task<bool> DeleteAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(userId, id, cancellationToken) is not { } found) return false;
        if (found.MemoId is not { } memoId) return await cleaner.DeleteUnclaimedAsync(userId, id, cancellationToken);
        return await ChangeAsync(userId, memoId, (db, now) => db.Resources.Where(file => file.Id == id && file.MemoId == memoId && file.DeletedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.DeletedAt, now).SetProperty(file => file.UpdatedAt, now), cancellationToken), cancellationToken);
    }

    private async Task<bool> ChangeAsync(Guid userId, Guid memoId, Func<MosaicDb, DateTimeOffset, Task<int>> change, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockMemoAsync(memoId, cancellationToken);
        var touched = await db.Memos.OwnedBy(userId).Living().Where(memo => memo.Id == memoId)
            .ExecuteUpdateAsync(set => set.SetProperty(memo => memo.UpdatedAt, now), cancellationToken);
        if (touched == 0 || await change(db, now) == 0) return false;
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Memos(userId), memoId.ToString(), CancellationToken.None);
        return true;
    }
}
