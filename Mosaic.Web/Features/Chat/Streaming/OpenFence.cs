using System.Text.RegularExpressions;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Streaming;

/// <summary>A block of code whose end has not come: all behind its first line is code, so that no parser need read it again with every word.</summary>
internal sealed partial class OpenFence
{
    /// <summary>Stands for the code while what goes around it is made.</summary>
    private const string Mark = "\uE000";

    private readonly Regex _end;
    private readonly int _start;
    private readonly string _before, _after;

    private OpenFence(Match first)
    {
        var sign = first.Groups["fence"].Value;
        _start = first.Length;
        _end = new Regex($@"^ {{0,3}}{Regex.Escape(sign[..1])}{{{sign.Length},}}[ \t]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var whole = MarkdownRenderer.ToHtmlOnce($"{first.Value}{Mark}\n{sign}").ToString();
        var at = whole.IndexOf(Mark, StringComparison.Ordinal);
        (_before, _after) = at < 0 ? ("<pre><code>", "</code></pre>") : (whole[..at], whole[(at + Mark.Length)..]);
    }

    /// <summary>The fence a text begins with, when its first line is whole and no line closes it.</summary>
    public static OpenFence? At(string text) => FirstLine().Match(text) is { Success: true } first && new OpenFence(first) is var fence && !fence.IsClosedIn(text) ? fence : null;

    public bool IsClosedIn(string text) => _end.IsMatch(text, _start);

    public string Html(string text) => _before + HtmlText.Encode(text[_start..].ReplaceLineEndings("\n")) + _after;

    [GeneratedRegex(@"\A(?<fence>`{3,}(?=[^`\n]*\n)|~{3,})[^\n]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex FirstLine();
}
