namespace Mosaic.Web.Platform.Files.Pictures;

internal static class StreamExtensions
{
    /// <summary>Whether so many bytes were there to fill the buffer.</summary>
    public static bool TryFill(this Stream from, Span<byte> buffer) => from.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;

    /// <summary>Whether so many bytes were there to copy.</summary>
    public static bool TryCopy(this Stream from, Stream to, long length)
    {
        Span<byte> buffer = stackalloc byte[16_384];
        while (length > 0)
        {
            var read = from.Read(buffer[..(int)Math.Min(buffer.Length, length)]);
            if (read == 0) return false;
            to.Write(buffer[..read]);
            length -= read;
        }
        return true;
    }
}
