using Mosaic.Web.Platform.Files;

namespace Mosaic.Web.Features.Memos;

/// <summary>Deletes memos of the trash for good: text, history, and the files that none of the person's other memos has.</summary>
public sealed class MemoPurge(MemoShelf shelf, FileCleaner files)
{
    public async Task<IReadOnlyList<Guid>> PurgeAsync(Guid userId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken = default)
    {
        var purged = await shelf.PurgeAsync(userId, ids, cancellationToken);
        if (purged.Count > 0) await files.DeleteUnusedAsync(userId, cancellationToken);
        return purged;
    }

    /// <summary>Empties the trash.</summary>
    public async Task<IReadOnlyList<Guid>> PurgeAllAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var purged = await shelf.PurgeAllAsync(userId, cancellationToken);
        if (purged.Count > 0) await files.DeleteUnusedAsync(userId, cancellationToken);
        return purged;
    }
}
