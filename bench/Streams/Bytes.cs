namespace Mosaic.Bench.Streams;

/// <summary>Bytes that come at one end and are taken off at the other.</summary>
internal sealed class Bytes
{
    private byte[] _bytes = new byte[16 * 1024];
    private int _start, _end;

    public ReadOnlySpan<byte> Held => _bytes.AsSpan(_start, _end - _start);

    public void Add(ReadOnlySpan<byte> more)
    {
        if (_end + more.Length > _bytes.Length)
        {
            var held = Held;
            var to = held.Length + more.Length > _bytes.Length ? new byte[(held.Length + more.Length) * 2] : _bytes;
            held.CopyTo(to);
            (_bytes, _start, _end) = (to, 0, held.Length);
        }
        more.CopyTo(_bytes.AsSpan(_end));
        _end += more.Length;
    }

    public void Take(int count) => _start += count;
}
