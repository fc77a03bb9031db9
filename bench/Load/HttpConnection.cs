using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mosaic.Bench.Ground;

namespace Mosaic.Bench.Load;

/// <summary>
/// One kept-alive connection that asks one thing at a time. It knows just enough of HTTP/1.1, since a whole client would take the
/// processor that the servers are to have: both run on the same machine.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly byte[] _read = new byte[64 * 1024];
    private byte[] _body = new byte[64 * 1024];
    private int _start;
    private int _end;
    private int _length;

    public HttpConnection(Uri server)
    {
        _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket.Connect(IPAddress.Loopback, server.Port);
    }

    /// <summary>The body of the last answer; good until the next exchange.</summary>
    public ReadOnlySpan<byte> Body => _body.AsSpan(0, _length);

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="BenchTroubleException">The server refused.</exception>
    public void Exchange(byte[] request)
    {
        _socket.Send(request);
        var status = int.Parse(ReadLine().AsSpan(9, 3), CultureInfo.InvariantCulture);
        var (length, isChunked) = (0, false);
        while (ReadLine() is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(header.AsSpan(15), CultureInfo.InvariantCulture);
            else if (header.StartsWith("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)) isChunked = true;
        }
        _length = 0;
        if (isChunked) ReadChunks();
        else ReadBody(length);
        if (status is not (200 or 201)) throw new BenchTroubleException($"The server answered {status} where it should not: {Encoding.UTF8.GetString(Body)}");
    }

    public void Dispose() => _socket.Dispose();

    private void ReadChunks()
    {
        while (int.Parse(ReadLine(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var size and > 0)
        {
            ReadBody(size);
            ReadLine();
        }
        ReadLine();
    }

    private void ReadBody(int count)
    {
        if (_body.Length < _length + count) Array.Resize(ref _body, Math.Max(_body.Length * 2, _length + count));
        while (count > 0)
        {
            if (_start == _end) Fill();
            var part = Math.Min(count, _end - _start);
            _read.AsSpan(_start, part).CopyTo(_body.AsSpan(_length));
            (_start, _length, count) = (_start + part, _length + part, count - part);
        }
    }

    private string ReadLine()
    {
        while (true)
        {
            var end = _read.AsSpan(_start, _end - _start).IndexOf("\r\n"u8);
            if (end >= 0)
            {
                var line = Encoding.ASCII.GetString(_read, _start, end);
                _start += end + 2;
                return line;
            }
            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _read.AsSpan(_start, _end - _start).CopyTo(_read);
            (_start, _end) = (0, _end - _start);
        }
        var count = _socket.Receive(_read, _end, _read.Length - _end, SocketFlags.None);
        if (count == 0) throw new BenchTroubleException("The server closed a connection that it should have kept.");
        _end += count;
    }
}
