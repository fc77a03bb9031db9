using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Memos;

/// <summary>How drafts are asked for. Each names its owner.</summary>
public static class DraftQueries
{
    /// <summary>The one draft of a memo under edit, or of the composer of new memos (<paramref name="memoId"/> null).</summary>
    public static IQueryable<MemoDraft> DraftOf(this IQueryable<MemoDraft> drafts, Guid userId, Guid? memoId) =>
        drafts.Where(draft => draft.UserId == userId && draft.MemoId == memoId);

    /// <summary>Whether the memo a draft is for already says all that the draft says: text, files in their order, and the lock.</summary>
    public static async Task<bool> IsSavedAsync(
        this MosaicDb db, Guid userId, Guid targetId, string content, IReadOnlyList<Guid> resourceIds, bool aiExcluded, CancellationToken cancellationToken)
    {
        var same = await db.Memos.AnyAsync(
            memo => memo.Id == targetId && memo.UserId == userId && memo.AiExcluded == aiExcluded && memo.Content == content, cancellationToken);
        if (!same) return false;
        var files = await db.Resources
            .Where(resource => resource.MemoId == targetId && resource.UserId == userId && resource.DeletedAt == null)
            .OrderBy(resource => resource.Position).ThenBy(resource => resource.Id)
            .Select(resource => resource.Id)
            .ToListAsync(cancellationToken);
        return files.SequenceEqual(resourceIds);
    }

    /// <summary>The files a draft holds, in its order; ids that are not this person's are left out.</summary>
    public static async Task<IReadOnlyList<MemoFile>> DraftFilesAsync(
        this MosaicDb db, Guid userId, IReadOnlyList<Guid> resourceIds, CancellationToken cancellationToken)
    {
        if (resourceIds.Count == 0) return [];
        var ids = resourceIds.ToArray();
        var files = await db.Resources.AsNoTracking()
            .Where(resource => resource.UserId == userId && resource.DeletedAt == null && ids.Contains(resource.Id))
            .Select(resource => new MemoFile(resource.Id, resource.Filename, resource.ResourceType, resource.MimeType, resource.FileSize))
            .ToDictionaryAsync(file => file.Id, cancellationToken);
        return [.. ids.Distinct().Where(files.ContainsKey).Select(id => files[id])];
    }
}
