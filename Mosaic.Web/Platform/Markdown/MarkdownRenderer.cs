using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Syntax;
using Microsoft.Extensions.Caching.Memory;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>Turns what people write into what pages show. The only way from a text to <see cref="SafeHtml"/> in the house.</summary>
public sealed class MarkdownRenderer : IDisposable
{
    /// <summary>How much finished HTML is kept, in characters.</summary>
    private const long CacheSize = 16_000_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = CacheSize });

    /// <summary>The text as HTML for <c>MarkdownView</c>. Same texts are rendered once.</summary>
    public SafeHtml ToHtml(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0) return default;
        if (text.Length > MarkdownDialect.MaxLength) return Render(text);
        var key = Convert.ToHexString(SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan())));
        return _cache.GetOrCreate(key, entry =>
        {
            var html = Render(text);
            entry.Size = html.ToString().Length + 200;
            entry.SlidingExpiration = TimeSpan.FromHours(1);
            return html;
        });
    }

    /// <summary>The same for a text that will be another one in a moment: nothing of it is kept.</summary>
    internal static SafeHtml ToHtmlOnce(string text) => text.Length == 0 ? default : Render(text);

    /// <summary>Where the last block of a text begins, such as its last paragraph or list, in UTF-16 code units; 0 where it is the only one.</summary>
    internal static int LastBlock(string text) => MarkdownDialect.Parse(text) is { Count: > 1 } document ? document[^1].Span.Start : 0;

    /// <summary>The text without signs on one line, for titles, previews and notifications; cut with an ellipsis.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="maxLength">In UTF-16 code units.</param>
    public string ToPlainText(string text, int maxLength) =>
        MarkdownDialect.Parse(text) is { } document
            ? PlainText.Of(document, maxLength)
            : PlainText.Cut(PlainText.Collapse(text[..Math.Min(text.Length, maxLength * 4)]), maxLength);

    /// <summary>Tags, links and tasks of the text.</summary>
    public MarkdownOutline Outline(string text) => MarkdownOutline.Of(text);

    public void Dispose() => _cache.Dispose();

    private static SafeHtml Render(string text)
    {
        if (MarkdownDialect.Parse(text) is not { } document) return AsWritten(text);
        var index = 0;
        foreach (var task in document.Descendants<TaskList>()) task.SetData(TaskBoxRenderer.IndexKey, index++);
        try
        {
            using var writer = new StringWriter(new StringBuilder(text.Length * 2), CultureInfo.InvariantCulture);
            var renderer = new HtmlRenderer(writer);
            MarkdownDialect.Pipeline.Setup(renderer);
            renderer.Render(document);
            return SafeHtml.Of(writer.ToString());
        }
        catch (ArgumentException)
        {
            return AsWritten(text);
        }
    }

    private static SafeHtml AsWritten(string text) =>
        SafeHtml.Of("<p class=\"plain\">" + HtmlText.Encode(PlainText.Cut(text, MarkdownDialect.MaxLength)) + "</p>");
}
