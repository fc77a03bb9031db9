namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>A file out of the stream it comes in, however long that goes on.</summary>
internal static class DocumentBytes
{
    /// <summary>At most so many bytes; progress is how much of the stream is read, 0 to 1, where its length is known.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream file, int most, string tooLarge, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var length = file.CanSeek ? file.Length - file.Position : 0;
        if (length > most) throw new DocumentRefusal(tooLarge);
        using var bytes = new MemoryStream((int)length);
        var buffer = new byte[64 * 1024];
        for (int count; (count = await file.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + count > most) throw new DocumentRefusal(tooLarge);
            bytes.Write(buffer, 0, count);
            if (length > 0) progress?.Report(Math.Min(1, (double)bytes.Length / length));
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
