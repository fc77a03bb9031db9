using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Platform.Files;

/// <summary>Keeps people's files: the bytes on disk, once for each person and content, and a row for each file. A row never lacks its bytes.</summary>
public sealed class FileStore(IDbContextFactory<MosaicDb> databases, FilesFolder folder, UploadLimit limit, TimeProvider time)
{
    private readonly FileReceiver _receiver = new(folder);

    /// <summary>Stores what a stream holds as a file that belongs to no memo yet. Memory stays flat whatever the length.</summary>
    /// <param name="userId">Whose it will be.</param>
    /// <param name="filename">As given; see <see cref="FileNames.Clean"/>.</param>
    /// <param name="bytes">Read to its end once; what it throws is thrown on, and nothing is kept.</param>
    /// <param name="options">Limits and wishes.</param>
    /// <param name="cancellationToken">Nothing is kept when it fires.</param>
    public async Task<StoreResult> StoreAsync(Guid userId, string filename, Stream bytes, StoreOptions options, CancellationToken cancellationToken)
    {
        var name = FileNames.Clean(filename);
        var maxLength = options.MaxLength ?? await limit.GetAsync(cancellationToken);
        if (options.DeclaredLength > maxLength) return Refusals.TooLarge(name, maxLength);
        var (incoming, refused) = await _receiver.ReceiveAsync(name, bytes, maxLength, options.KeepLocation, cancellationToken);
        if (incoming is null) return refused!;
        try
        {
            return await KeepAsync(userId, name, incoming, options.Id, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refusals.NotWritten(exception);
        }
        finally
        {
            FilesFolder.DeleteFile(incoming.Path);
        }
    }

    /// <summary>A file of this person, whether a memo has it or not; null for other people's.</summary>
    public async Task<StoredFile?> FindAsync(Guid userId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Resources.AsNoTracking()
            .Where(resource => resource.Id == id && resource.UserId == userId)
            .Select(resource => new StoredFile(
                resource.Id, resource.Filename, resource.ResourceType, resource.MimeType, resource.FileSize, resource.Sha256, resource.StoragePath, resource.CreatedAt))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The bytes for reading from the beginning. The caller disposes the stream.</summary>
    public Stream Open(StoredFile file) => new FileStream(folder.FullPath(file.StoragePath), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous);

    private async Task<StoreResult> KeepAsync(Guid userId, string name, Incoming incoming, Guid? id, CancellationToken cancellationToken)
    {
        var resource = Describe(userId, name, incoming, id);
        var path = folder.FullPath(resource.StoragePath);
        var isPlaced = false;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (id is not null && await db.Resources.AsNoTracking().SingleOrDefaultAsync(kept => kept.Id == id && kept.UserId == userId, cancellationToken) is { } again)
            return new StoreResult.Stored(again);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LockBytesAsync(resource.StoragePath, cancellationToken);
            db.Resources.Add(resource);
            await db.SaveChangesAsync(cancellationToken);
            // Of equal bytes those that are there stay, unless something shortened them.
            if (new FileInfo(path) is not { Exists: true } present || present.Length != incoming.Length)
            {
                FilesFolder.Finish(incoming.Path, path);
                isPlaced = true;
            }
            await transaction.CommitAsync(CancellationToken.None);
            return new StoreResult.Stored(resource);
        }
        catch when (isPlaced)
        {
            await new UnusedBytes(databases, folder).TryDeleteAsync(userId, resource.StoragePath);
            throw;
        }
    }

    private Resource Describe(Guid userId, string name, Incoming incoming, Guid? id) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        UserId = userId,
        Filename = name,
        ResourceType = incoming.Kind.ResourceType,
        MimeType = incoming.Kind.MimeType,
        FileSize = incoming.Length,
        Sha256 = incoming.Sha256,
        StoragePath = FilesFolder.PathOf(userId, incoming.Sha256),
        Metadata = incoming.Size is { } size ? JsonSerializer.SerializeToElement(new { width = size.Width, height = size.Height }) : JsonSerializer.SerializeToElement(new { }),
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };
}
