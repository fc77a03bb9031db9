using System.Text;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Bots.Replies;

/// <summary>A reply as it comes: shown at once to the pages of this process, and now and then to everybody else.</summary>
internal sealed class GrowingReply(ReplyReading reading, GrowingTexts texts, ReplyKeeper keeper, bool isOffline, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(1);

    private readonly StringBuilder _written = new();
    private DateTimeOffset _kept = clock.GetUtcNow();

    /// <summary>What has come, as it is shown.</summary>
    public string Text => ReplyText.Of(_written.ToString(), reading.Recalled.Passages.Count, isOffline);

    public async ValueTask HearAsync(string piece)
    {
        _written.Append(piece);
        var text = Text;
        texts.Grow(reading.Reply.Id, text);
        if (clock.GetUtcNow() - _kept < KeepEvery) return;
        _kept = clock.GetUtcNow();
        await keeper.ShowAsync(reading.Reply, text);
    }

    public void Dispose() => texts.End(reading.Reply.Id);
}
