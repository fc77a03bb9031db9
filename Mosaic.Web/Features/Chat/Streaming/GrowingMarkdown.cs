using System.Text;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Streaming;

/// <summary>
/// Makes HTML of a text that grows at its end, so that only its end is ever made anew: a block that another one follows is settled and stays.
/// What a block further down could have changed, such as the address of a link, is right once the whole text is shown.
/// </summary>
internal sealed class GrowingMarkdown
{
    private readonly List<string> _blocks = [];
    private readonly StringBuilder _tail = new();
    private OpenFence? _fence;
    private bool _hasNewLine, _isStale;

    /// <summary>Blocks that stay as they are.</summary>
    public IReadOnlyList<string> Blocks => _blocks;

    /// <summary>The block that is being written.</summary>
    public string Tail { get; private set; } = "";

    public void Append(string piece)
    {
        _tail.Append(piece);
        _isStale = true;
        _hasNewLine |= piece.Contains('\n', StringComparison.Ordinal);
    }

    /// <summary>Brings <see cref="Blocks"/> and <see cref="Tail"/> up to what was appended.</summary>
    public void Render()
    {
        if (!_isStale) return;
        _isStale = false;
        var text = _tail.ToString();
        // The last line of an answer may close its code, and no line follows it.
        if (_hasNewLine || _fence?.IsClosedIn(text) is true) text = Settle(text);
        Tail = _fence is { } fence ? fence.Html(text) : MarkdownRenderer.ToHtmlOnce(text).ToString();
    }

    private string Settle(string text)
    {
        _hasNewLine = false;
        // Inside code nothing can be a block of its own until the fence closes.
        if (_fence is { } open && !open.IsClosedIn(text)) return text;
        _fence = null;
        if (MarkdownRenderer.LastBlock(text) is var start and > 0)
        {
            _blocks.Add(MarkdownRenderer.ToHtmlOnce(text[..start]).ToString());
            _tail.Remove(0, start);
            text = text[start..];
        }
        _fence = OpenFence.At(text);
        return text;
    }
}
