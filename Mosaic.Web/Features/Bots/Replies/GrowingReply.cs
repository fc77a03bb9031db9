using System.Diagnostics;
using System.Text;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>A reply as it comes: shown at once to the pages of this process, and now and then to everybody else.</summary>
internal sealed class GrowingReply(ReplyReading reading, GrowingTexts texts, ReplyKeeper keeper, bool isOffline, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(1);

    /// <summary>More often nobody sees; each time the whole text is looked through for citations.</summary>
    private static readonly TimeSpan ShowEvery = TimeSpan.FromMilliseconds(40);

    private readonly StringBuilder _written = new();
    private long _shown;
    private DateTimeOffset _kept = clock.GetUtcNow();

    /// <summary>What has come, as it is shown.</summary>
    public string Text => ReplyText.Of(_written.ToString(), reading.Recalled.Passages.Count, isOffline);

    public async ValueTask HearAsync(string piece)
    {
        _written.Append(piece);
        if (_shown > 0 && Stopwatch.GetElapsedTime(_shown) < ShowEvery) return;
        _shown = Stopwatch.GetTimestamp();
        var text = Text;
        texts.Grow(reading.Reply.Id, text);
        if (clock.GetUtcNow() - _kept < KeepEvery) return;
        _kept = clock.GetUtcNow();
        await keeper.ShowAsync(reading.Reply, text);
    }

    public void Dispose() => texts.End(reading.Reply.Id);
}
