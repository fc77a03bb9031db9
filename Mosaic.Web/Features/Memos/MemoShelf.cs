using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Telemetry;

namespace Mosaic.Web.Features.Memos;

/// <summary>
/// Moves memos about: one or many at once, only those that are the person's. Each verb answers with the ids it changed,
/// so that an undo gives back exactly these.
/// </summary>
public sealed class MemoShelf(IDbContextFactory<MosaicDb> databases, Live live, MemoSteps steps, TimeProvider clock)
{
    public Task<IReadOnlyList<Guid>> PinAsync(Guid userId, IReadOnlyList<Guid> ids, bool pinned, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, ids, memos => memos.Living().Where(memo => memo.IsPinned != pinned),
            (memos, now) => memos.ExecuteUpdateAsync(set => set.SetProperty(memo => memo.IsPinned, pinned).SetProperty(memo => memo.UpdatedAt, now), cancellationToken),
            cancellationToken);

    /// <summary>Archives memos, if wanted with the diary day they belong to.</summary>
    public Task<IReadOnlyList<Guid>> ArchiveAsync(Guid userId, IReadOnlyList<Guid> ids, DateOnly? diaryDate = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, ids, memos => memos.Living().Where(memo => !memo.IsArchived || memo.DiaryDate != diaryDate),
            (memos, now) => memos.ExecuteUpdateAsync(set => set.SetProperty(memo => memo.IsArchived, true)
                .SetProperty(memo => memo.DiaryDate, diaryDate).SetProperty(memo => memo.UpdatedAt, now), cancellationToken),
            cancellationToken);

    public Task<IReadOnlyList<Guid>> UnarchiveAsync(Guid userId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, ids, memos => memos.Living().Where(memo => memo.IsArchived),
            (memos, now) => memos.ExecuteUpdateAsync(set => set.SetProperty(memo => memo.IsArchived, false)
                .SetProperty(memo => memo.DiaryDate, (DateOnly?)null).SetProperty(memo => memo.UpdatedAt, now), cancellationToken),
            cancellationToken);

    /// <summary>To the trash, where <see cref="RestoreAsync"/> finds them until they are purged.</summary>
    public Task<IReadOnlyList<Guid>> TrashAsync(Guid userId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, ids, memos => memos.Living(),
            (memos, now) => memos.ExecuteUpdateAsync(set => set.SetProperty(memo => memo.DeletedAt, now).SetProperty(memo => memo.UpdatedAt, now), cancellationToken),
            cancellationToken);

    public Task<IReadOnlyList<Guid>> RestoreAsync(Guid userId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, ids, memos => memos.Where(memo => memo.DeletedAt != null),
            (memos, now) => memos.ExecuteUpdateAsync(set => set.SetProperty(memo => memo.DeletedAt, (DateTimeOffset?)null).SetProperty(memo => memo.UpdatedAt, now), cancellationToken),
            cancellationToken,
            afterwards: (db, changed) => steps.EnqueueAsync(db, changed, cancellationToken));

    /// <summary>Deletes memos of the trash for good, with their history; <see cref="MemoPurge"/> removes the bytes of their files as well.</summary>
    public Task<IReadOnlyList<Guid>> PurgeAsync(Guid userId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, ids, memos => memos.Where(memo => memo.DeletedAt != null),
            (memos, _) => memos.ExecuteDeleteAsync(cancellationToken),
            cancellationToken);

    /// <summary>Empties the trash.</summary>
    public async Task<IReadOnlyList<Guid>> PurgeAllAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var ids = await db.Memos.OwnedBy(userId).Where(memo => memo.DeletedAt != null).Select(memo => memo.Id).ToListAsync(cancellationToken);
        return await PurgeAsync(userId, ids, cancellationToken);
    }

    /// <summary>Keeps memos from AI, or lets it read them again. Switching it on removes at once what models made of them.</summary>
    public Task<IReadOnlyList<Guid>> KeepFromAiAsync(Guid userId, IReadOnlyList<Guid> ids, bool excluded, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, ids, memos => memos.Living().Where(memo => memo.AiExcluded != excluded),
            (memos, now) => memos.ExecuteUpdateAsync(set => set.SetProperty(memo => memo.AiExcluded, excluded)
                .SetProperty(memo => memo.AiSummary, memo => excluded ? null : memo.AiSummary).SetProperty(memo => memo.UpdatedAt, now), cancellationToken),
            cancellationToken,
            afterwards: (db, changed) => excluded ? db.ForgetDerivedAsync(changed, cancellationToken) : steps.EnqueueAsync(db, changed, cancellationToken));

    private async Task<IReadOnlyList<Guid>> ChangeAsync(
        Guid userId,
        IReadOnlyList<Guid> ids,
        Func<IQueryable<Memo>, IQueryable<Memo>> which,
        Func<IQueryable<Memo>, DateTimeOffset, Task<int>> change,
        CancellationToken cancellationToken,
        Func<MosaicDb, Guid[], Task>? afterwards = null)
    {
        using var activity = MosaicActivity.Start("Memos", "Move");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var found = await which(db.Memos.OwnedBy(userId).Where(memo => ids.Contains(memo.Id)))
            .OrderBy(memo => memo.Id).Select(memo => memo.Id).ToArrayAsync(cancellationToken);
        if (found.Length == 0) return found;
        await change(which(db.Memos.OwnedBy(userId).Where(memo => found.Contains(memo.Id))), clock.GetUtcNow());
        if (afterwards is not null) await afterwards(db, found);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Memos(userId), found is [var only] ? only.ToString() : "", CancellationToken.None);
        return found;
    }
}
