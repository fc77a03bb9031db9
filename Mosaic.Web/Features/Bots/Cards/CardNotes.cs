using System.Net;
using System.Text;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>The first words of what the maker of a card says of it. Makers write Markdown and HTML; here it is text and nothing else.</summary>
internal static class CardNotes
{
    // Enough for a paragraph with all its markup.
    private const int Longest = 20_000;

    private static readonly string[] Unread = ["script", "style"];

    /// <summary>On one line, at most so long; empty where there is none.</summary>
    public static string FirstParagraph(string notes, int maxLength)
    {
        var text = WithoutMarkup(notes.Length > Longest ? PlainText.Cut(notes, Longest) : notes);
        return text.ReplaceLineEndings("\n").Split("\n\n").Select(paragraph => Plain(paragraph, maxLength)).FirstOrDefault(paragraph => paragraph.Length > 0) ?? "";
    }

    private static string Plain(string paragraph, int maxLength) => string.IsNullOrWhiteSpace(paragraph) ? "" : PlainText.Of(MarkdownDialect.Parse(paragraph), maxLength);

    // A tag that breaks a line breaks the text; scripts and styles are no text at all.
    private static string WithoutMarkup(string notes)
    {
        var text = new StringBuilder(notes.Length);
        for (var at = 0; at < notes.Length;)
        {
            var end = IsTag(notes, at) ? notes.IndexOf('>', at) : -1;
            if (end < 0)
            {
                text.Append(notes[at++]);
                continue;
            }
            var name = Name(notes.AsSpan(at, end - at));
            if (name is "br") text.Append('\n');
            if (name is "p" or "div" or "h1" or "h2" or "h3" or "hr" or "li") text.Append("\n\n");
            var closing = Unread.Contains(name) ? notes.IndexOf($"</{name}", end, StringComparison.OrdinalIgnoreCase) : end;
            at = closing < 0 ? notes.Length : closing == end ? end + 1 : closing;
        }
        return WebUtility.HtmlDecode(text.ToString());
    }

    private static bool IsTag(string notes, int at) => notes[at] == '<' && at + 1 < notes.Length && (char.IsAsciiLetter(notes[at + 1]) || notes[at + 1] is '/' or '!');

    // A closing tag has none: only an opening one begins a paragraph, or what is not read.
    private static string Name(ReadOnlySpan<char> tag)
    {
        var name = tag[1..];
        var end = name.IndexOfAnyExcept(Letters);
        return (end < 0 ? name : name[..end]).ToString().ToLowerInvariant();
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}
