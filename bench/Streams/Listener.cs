using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mosaic.Bench.Ground;

namespace Mosaic.Bench.Streams;

/// <summary>
/// Hears one answer over a connection of its own to the end, and notes what came over the wire, in how many frames and when. A frame is what the
/// server sends in one go: one chunk of HTTP.
/// </summary>
internal sealed class Listener(SpokenAnswer answer, Dialect dialect, Slices slices, bool keeps = false)
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Bytes _wire = new(), _event = new();
    private readonly StringBuilder _kept = new();
    private readonly long[] _bytes = new long[slices.Ends.Count];
    private bool _hasHead, _isOver;

    public SpokenAnswer Answer => answer;

    /// <summary>The head of the answer is here.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Everything, with head and framing.</summary>
    public long WireBytes { get; private set; }

    public long BodyBytes { get; private set; }

    /// <summary>By slices, with framing and without the head.</summary>
    public IReadOnlyList<long> Sliced => _bytes;

    /// <summary>Those with text.</summary>
    public int Frames { get; private set; }

    /// <summary>Those with text.</summary>
    public int Events { get; private set; }

    public long FirstAt { get; private set; }

    public long LastAt { get; private set; }

    /// <summary>Everything that was said, where it is kept.</summary>
    public string Kept => _kept.ToString();

    public async Task HearAsync(Uri server, byte[] request, CancellationToken cancellationToken)
    {
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, server.Port, cancellationToken);
            await socket.SendAsync(request, cancellationToken);
            var read = new byte[64 * 1024];
            while (!_isOver)
            {
                var count = await socket.ReceiveAsync(read, cancellationToken);
                if (count == 0) throw new BenchTroubleException("An answer broke off before its end.");
                Hear(read.AsSpan(0, count), Stopwatch.GetTimestamp());
            }
        }
        catch (Exception exception)
        {
            _begun.TrySetException(exception);
            throw;
        }
    }

    private void Hear(ReadOnlySpan<byte> part, long now)
    {
        WireBytes += part.Length;
        _wire.Add(part);
        if (!_hasHead && !TryReadHead()) return;
        while (!_isOver && TryReadChunk(now))
        {
            // The next one may be there already.
        }
    }

    private bool TryReadHead()
    {
        var end = _wire.Held.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var head = Encoding.ASCII.GetString(_wire.Held[..end]);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) || !head.Contains("chunked", StringComparison.OrdinalIgnoreCase))
            throw new BenchTroubleException($"A stream was asked for and not given: {head}");
        _wire.Take(end + 4);
        _hasHead = true;
        _begun.SetResult();
        return true;
    }

    private bool TryReadChunk(long now)
    {
        var held = _wire.Held;
        var line = held.IndexOf("\r\n"u8);
        if (line < 0) return false;
        if (!Utf8Parser.TryParse(held[..line], out int size, out _, 'x')) throw new BenchTroubleException("A chunk of an answer has no length.");
        var whole = line + 2 + size + 2;
        if (held.Length < whole) return false;
        if (size == 0) _isOver = true;
        else HearChunk(held.Slice(line + 2, size), now);
        _bytes[slices.Of(answer.Sent)] += whole;
        _wire.Take(whole);
        return true;
    }

    private void HearChunk(ReadOnlySpan<byte> chunk, long now)
    {
        BodyBytes += chunk.Length;
        if (keeps) _kept.Append(Encoding.UTF8.GetString(chunk));
        var before = Events;
        _event.Add(chunk);
        while (_event.Held.IndexOf("\n\n"u8) is var end and >= 0)
        {
            if (dialect(_event.Held[..end])) Events++;
            _event.Take(end + 2);
        }
        if (Events == before) return;
        Frames++;
        if (FirstAt == 0) FirstAt = now;
        LastAt = now;
    }
}
