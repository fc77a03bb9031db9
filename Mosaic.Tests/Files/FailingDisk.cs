namespace Mosaic.Tests.Files;

/// <summary>A file on a disk that becomes full when it is told to.</summary>
internal sealed class FailingDisk(Stream inner, Func<bool> isFull) : Stream
{
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => inner.Length;
    public override long Position { get => inner.Position; set => inner.Position = value; }

    public override void Flush()
    {
        Check();
        inner.Flush();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Check();
        inner.Write(buffer, offset, count);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Check();
        inner.Write(buffer);
    }

    public override void WriteByte(byte value)
    {
        Check();
        inner.WriteByte(value);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    // 28 is ENOSPC.
    private void Check()
    {
        if (isFull()) throw new IOException("No space left on device", 28);
    }
}
