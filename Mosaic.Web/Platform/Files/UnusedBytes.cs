using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Web.Platform.Files;

/// <summary>Removes bytes that no row of their person names any more.</summary>
internal sealed class UnusedBytes(IDbContextFactory<MosaicDb> databases, FilesFolder folder)
{
    /// <returns>Whether the bytes are gone.</returns>
    public async Task<bool> DeleteAsync(Guid userId, string storagePath, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockBytesAsync(storagePath, cancellationToken);
        if (await db.Resources.AnyAsync(resource => resource.UserId == userId && resource.StoragePath == storagePath, cancellationToken)) return false;
        folder.Delete(storagePath);
        return true;
    }

    /// <summary>For who cleans up after a failure: what cannot be removed now is left to the sweeper.</summary>
    public async Task TryDeleteAsync(Guid userId, string storagePath)
    {
        try
        {
            await DeleteAsync(userId, storagePath, CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Data.Common.DbException or InvalidOperationException)
        {
        }
    }
}
