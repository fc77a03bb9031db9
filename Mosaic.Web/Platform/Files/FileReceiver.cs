using System.Buffers;
using System.Security.Cryptography;
using Mosaic.Web.Platform.Files.Pictures;

namespace Mosaic.Web.Platform.Files;

/// <summary>Takes the bytes of a sender into the temporary folder: counted, sniffed, freed of places, hashed and on the disk. What fails leaves nothing behind.</summary>
internal sealed class FileReceiver(FilesFolder folder)
{
    /// <returns>What arrived, or the refusal.</returns>
    public async Task<(Incoming? Incoming, StoreResult.Refused? Refused)> ReceiveAsync(
        string filename, Stream bytes, long maxLength, bool keepLocation, CancellationToken cancellationToken)
    {
        string? path = null;
        try
        {
            var head = new byte[FileSniffer.HeadLength];
            long length;
            byte[] sha256;
            await using (var file = Writing(() => folder.CreateTemporary(out path)))
            {
                (length, sha256) = await CopyAsync(bytes, file, head, maxLength, cancellationToken);
                await WritingAsync(() => SettleAsync(file, cancellationToken));
            }
            if (length > maxLength) return (null, Refusals.TooLarge(filename, maxLength));
            if (length == 0) return (null, Refusals.Empty(filename));
            var kind = FileSniffer.Sniff(head.AsSpan(0, (int)Math.Min(length, head.Length)), filename);
            var incoming = new Incoming(path!, length, sha256, kind, null);
            if (!keepLocation) incoming = await WithoutPlaceAsync(incoming, cancellationToken);
            path = incoming.Path;
            incoming = incoming with { Size = PictureReader.SizeOf(incoming.Path, incoming.Kind.MimeType) };
            path = null;
            return (incoming, null);
        }
        catch (WriteFailedException exception)
        {
            return (null, Refusals.NotWritten(exception.InnerException!));
        }
        finally
        {
            if (path is not null) FilesFolder.DeleteFile(path);
        }
    }

    // Stops one byte after the limit, which is enough to know.
    private static async Task<(long Length, byte[] Sha256)> CopyAsync(Stream from, Stream to, byte[] head, long maxLength, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        long length = 0;
        try
        {
            while (length <= maxLength && await from.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                if (length < head.Length) buffer.AsSpan(0, (int)Math.Min(read, head.Length - length)).CopyTo(head.AsSpan((int)length));
                length += read;
                if (length > maxLength) break;
                hash.AppendData(buffer, 0, read);
                await WritingAsync(async () => await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken));
            }
            return (length, hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<Incoming> WithoutPlaceAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (PlaceRemover.For(incoming.Kind.MimeType) is not { } remover) return incoming;
        string? path = null;
        try
        {
            long length;
            await using (var to = Writing(() => folder.CreateTemporary(out path)))
            await using (var from = new FileStream(incoming.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16))
            {
                var isWhole = await Task.Run(() => Writing(() => remover(from, to)), cancellationToken);
                // A picture that cannot be understood is not shown as one.
                if (!isWhole) return incoming with { Kind = FileKind.Unknown };
                await WritingAsync(() => SettleAsync(to, cancellationToken));
            }
            await using var done = new FileStream(path!, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
            length = done.Length;
            var sha256 = await SHA256.HashDataAsync(done, cancellationToken);
            FilesFolder.DeleteFile(incoming.Path);
            var result = incoming with { Path = path!, Length = length, Sha256 = sha256 };
            path = null;
            return result;
        }
        finally
        {
            if (path is not null) FilesFolder.DeleteFile(path);
        }
    }

    private static async Task SettleAsync(Stream file, CancellationToken cancellationToken)
    {
        await file.FlushAsync(cancellationToken);
        if (file is FileStream onDisk) onDisk.Flush(flushToDisk: true);
    }

    private static T Writing<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WriteFailedException(exception);
        }
    }

    private static async Task WritingAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WriteFailedException(exception);
        }
    }

    /// <summary>Our disk failed, not the sender's connection.</summary>
    private sealed class WriteFailedException(Exception inner) : Exception(inner.Message, inner);
}
