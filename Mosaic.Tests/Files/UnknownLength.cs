namespace Mosaic.Tests.Files;

/// <summary>A stream that does not tell how long it is, so that HTTP sends it in chunks; and that may break at a byte.</summary>
internal sealed class UnknownLength(Stream inner, long? breaksAt = null) : Stream
{
    private long _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (breaksAt is { } at)
        {
            if (_read >= at) throw new IOException("The connection broke.");
            count = (int)Math.Min(count, at - _read);
        }
        var read = inner.Read(buffer, offset, count);
        _read += read;
        return read;
    }

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
