namespace Mosaic.Tests.Files;

/// <summary>So many zeros without a buffer for them; tells when it is half read.</summary>
internal sealed class ZeroStream(long length, Action? atHalf = null) : Stream
{
    private long _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_read >= length / 2) atHalf?.Invoke();
        count = (int)Math.Min(count, length - _read);
        Array.Clear(buffer, offset, count);
        _read += count;
        return count;
    }

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
