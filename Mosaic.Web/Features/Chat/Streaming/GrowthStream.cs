using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mosaic.Web.Features.Chat.Streaming;

/// <summary>
/// One page that looks on. <c>start</c> empties it, <c>block</c> brings blocks that stay, a message without a name says how many characters of
/// the last block stay and what follows them, and <c>end</c> says that the page has to ask for the whole now.
/// </summary>
internal sealed class GrowthStream(HttpResponse response)
{
    /// <summary>Between two frames: the first words come at once, and then more often nobody reads.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(80);

    /// <summary>How many times longer than drawing takes the pause is at least.</summary>
    private const int Share = 20;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _blocks, _seen;
    private string _tail = "";

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        (response.ContentType, response.Headers.CacheControl, response.Headers["X-Accel-Buffering"]) = ("text/event-stream", "no-store", "no");
        await SendAsync("event: start\ndata:\n\n", cancellationToken);
    }

    public async Task FollowAsync(GrowingAnswer answer, CancellationToken cancellationToken)
    {
        while (true)
        {
            await answer.WaitAsync(_seen, cancellationToken);
            var isOver = answer.IsOver;
            var begun = Stopwatch.GetTimestamp();
            await ShowAsync(answer, cancellationToken);
            if (isOver) return;
            var pause = Stopwatch.GetElapsedTime(begun) * Share;
            await Task.Delay(pause > Pause ? pause : Pause, cancellationToken);
        }
    }

    /// <summary>Sends what has come since the last time.</summary>
    public async Task ShowAsync(GrowingAnswer answer, CancellationToken cancellationToken)
    {
        var frame = answer.Frame(_blocks);
        var events = new StringBuilder();
        if (frame.Blocks.Count > 0)
        {
            events.Append("event: block\ndata: ").Append(JsonSerializer.Serialize(string.Concat(frame.Blocks), Plain)).Append("\n\n");
            _tail = "";
        }
        var same = _tail.AsSpan().CommonPrefixLength(frame.Tail);
        // Half a character cannot be sent.
        if (same > 0 && char.IsHighSurrogate(frame.Tail[same - 1])) same--;
        if (same < frame.Tail.Length || same < _tail.Length)
            events.Append("data: [").Append(same).Append(',').Append(JsonSerializer.Serialize(frame.Tail[same..], Plain)).Append("]\n\n");
        (_blocks, _seen, _tail) = (_blocks + frame.Blocks.Count, frame.Seen, frame.Tail);
        if (events.Length > 0) await SendAsync(events.ToString(), cancellationToken);
    }

    public Task EndAsync(CancellationToken cancellationToken) => SendAsync("event: end\ndata:\n\n", cancellationToken);

    private async Task SendAsync(string events, CancellationToken cancellationToken)
    {
        await response.WriteAsync(events, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
