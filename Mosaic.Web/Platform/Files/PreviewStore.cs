using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Web.Platform.Files;

/// <summary>Small pictures of large ones, made by the browser that uploaded them. They lie beside the bytes and go with them.</summary>
public sealed class PreviewStore(IDbContextFactory<MosaicDb> databases, FilesFolder folder)
{
    /// <summary>The largest preview, in bytes.</summary>
    public const int MaxLength = 200 * 1024;

    /// <summary>The path of the preview and what it is, or null when there is none.</summary>
    public (string Path, string MimeType)? Find(StoredFile file)
    {
        var path = folder.PreviewPath(file.StoragePath);
        return File.Exists(path) ? (path, Kind(ReadHead(path)).MimeType) : null;
    }

    /// <returns>False when this person has no such picture, or what was sent is no small JPEG or WebP.</returns>
    public async Task<bool> SaveAsync(Guid userId, StoredFile file, Stream bytes, CancellationToken cancellationToken)
    {
        if (file.ResourceType is not (Data.Memos.ResourceType.Image or Data.Memos.ResourceType.Video)) return false;
        var buffer = new byte[MaxLength + 1];
        var length = await bytes.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MaxLength || Kind(buffer.AsSpan(0, length)).MimeType is not ("image/jpeg" or "image/webp")) return false;
        string? temporary = null;
        try
        {
            await using (var to = folder.CreateTemporary(out temporary)) await to.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LockBytesAsync(file.StoragePath, cancellationToken);
            if (!await db.Resources.AnyAsync(resource => resource.Id == file.Id && resource.UserId == userId, cancellationToken)) return false;
            FilesFolder.Finish(temporary, folder.PreviewPath(file.StoragePath));
            return true;
        }
        finally
        {
            if (temporary is not null) FilesFolder.DeleteFile(temporary);
        }
    }

    private static FileKind Kind(ReadOnlySpan<byte> bytes) => FileSniffer.Sniff(bytes[..Math.Min(bytes.Length, FileSniffer.HeadLength)], "");

    private static byte[] ReadHead(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var head = new byte[16];
        file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head;
    }
}
