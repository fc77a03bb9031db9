using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Platform.Files;

/// <summary>Lets go of files nobody needs. Everything here may run at any time, twice and in several processes.</summary>
public sealed class FileCleaner(IDbContextFactory<MosaicDb> databases, FilesFolder folder, TimeProvider time)
{
    /// <summary>How long a file that came with no memo waits for one.</summary>
    public static readonly TimeSpan UnclaimedFor = TimeSpan.FromDays(7);

    private static readonly TimeSpan UnfinishedFor = TimeSpan.FromDays(1);

    private readonly UnusedBytes _bytes = new(databases, folder);

    /// <summary>Removes a file of this person that nothing has; false when there is none such.</summary>
    public async Task<bool> DeleteUnclaimedAsync(Guid userId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var mine = Unclaimed(db).Where(resource => resource.Id == id && resource.UserId == userId);
        var path = await mine.Select(resource => resource.StoragePath).SingleOrDefaultAsync(cancellationToken);
        if (path is null || await mine.ExecuteDeleteAsync(cancellationToken) == 0) return false;
        await _bytes.TryDeleteAsync(userId, path);
        return true;
    }

    /// <summary>Removes rows of uploads that no memo took in a week and no draft names, bytes without a row, and what broken uploads left.</summary>
    /// <returns>How many files were removed from the disk.</returns>
    public async Task<int> DeleteUnusedAsync(CancellationToken cancellationToken)
    {
        await DeleteUnclaimedRowsAsync(cancellationToken);
        var deleted = 0;
        foreach (var person in folder.All().GroupBy(file => file.UserId, file => file.StoragePath))
            deleted += await DeleteBytesAsync(person.Key, person, cancellationToken);
        foreach (var path in folder.LeftBehind(time.GetUtcNow() - UnfinishedFor)) FilesFolder.DeleteFile(path);
        return deleted;
    }

    /// <summary>Removes the bytes of one person that no row names; for after a purge.</summary>
    public async Task<int> DeleteUnusedAsync(Guid userId, CancellationToken cancellationToken) =>
        await DeleteBytesAsync(userId, folder.All(userId), cancellationToken);

    private async Task<int> DeleteBytesAsync(Guid userId, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var needed = await NeededAsync(userId, cancellationToken);
        var deleted = 0;
        foreach (var path in paths.Where(path => !needed.Contains(path)).ToList())
            if (await _bytes.DeleteAsync(userId, path, cancellationToken)) deleted++;
        return deleted;
    }

    private async Task<HashSet<string>> NeededAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Resources.Where(resource => resource.UserId == userId).Select(resource => resource.StoragePath).ToHashSetAsync(cancellationToken);
    }

    private async Task DeleteUnclaimedRowsAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - UnclaimedFor;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await Unclaimed(db)
            .Where(resource => resource.CreatedAt < before && !db.MemoDrafts.Any(draft => draft.UserId == resource.UserId && draft.ResourceIds.Contains(resource.Id)))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>What no memo has, no question to a bot, no document, and no face.</summary>
    private static IQueryable<Resource> Unclaimed(MosaicDb db) => db.Resources.Where(resource => resource.MemoId == null
        && !db.Users.Any(user => user.AvatarResourceId == resource.Id)
        && !db.Bots.Any(bot => bot.AvatarId == resource.Id)
        && !db.BotReplyResources.Any(picture => picture.ResourceId == resource.Id)
        && !db.ImportDocuments.Any(document => document.ResourceId == resource.Id));
}
