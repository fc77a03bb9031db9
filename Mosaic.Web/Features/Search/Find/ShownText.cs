using System.Text.RegularExpressions;

namespace Mosaic.Web.Features.Search.Find;

/// <summary>A text as a hit shows it: on one line, without signs of Markdown.</summary>
internal static partial class ShownText
{
    private const int TitleLength = 80, SnippetLength = 260, Before = 70;

    public static string Plain(string markdown) => Spaces().Replace(Marks().Replace(Lines().Replace(Links().Replace(markdown, "$1"), " "), ""), " ").Trim();

    /// <summary>The first line that says something.</summary>
    public static string Title(string markdown)
    {
        foreach (var line in markdown.EnumerateLines())
            if (Plain(line.ToString()) is { Length: > 0 } title) return title.Length <= TitleLength ? title : Piece(title, 0, TitleLength - 1) + "…";
        return "Without words";
    }

    /// <summary>The piece of a text with the most matches, those marked; its beginning where there is none.</summary>
    public static IReadOnlyList<TextRun> Snippet(string plain, IReadOnlyList<(int Start, int End)> matches)
    {
        var from = matches.Count == 0 || plain.Length <= SnippetLength ? 0 : WordStart(plain, Math.Max(0, Richest(matches) - Before));
        var to = Math.Min(plain.Length, from + SnippetLength);
        if (to < plain.Length) to = from + Piece(plain, from, SnippetLength).Length;
        var runs = new List<TextRun>();
        var at = from;
        foreach (var (start, end) in matches.Where(match => match.Start >= from && match.End <= to))
        {
            if (start > at) runs.Add(new TextRun(plain[at..start], false));
            runs.Add(new TextRun(plain[start..end], true));
            at = end;
        }
        if (to > at) runs.Add(new TextRun(plain[at..to], false));
        if (from > 0) runs.Insert(0, new TextRun("… ", false));
        if (to < plain.Length) runs.Add(new TextRun(" …", false));
        return runs;
    }

    private static int Richest(IReadOnlyList<(int Start, int End)> matches) =>
        matches.MaxBy(match => matches.Count(other => other.Start >= match.Start && other.End <= match.Start + SnippetLength - Before)).Start;

    private static int WordStart(string plain, int at)
    {
        var space = plain.IndexOf(' ', at);
        return space < 0 || space > at + 30 ? (at > 0 && char.IsLowSurrogate(plain[at]) ? at - 1 : at) : space + 1;
    }

    private static string Piece(string plain, int from, int length)
    {
        var piece = plain.AsSpan(from, Math.Min(length, plain.Length - from));
        if (piece.Length == plain.Length - from) return piece.ToString();
        var space = piece.LastIndexOf(' ');
        if (space > length - 30) return piece[..space].ToString();
        return piece[..(char.IsHighSurrogate(piece[^1]) ? piece.Length - 1 : piece.Length)].ToString();
    }

    [GeneratedRegex(@"!?\[([^\]\r\n]*)\]\([^)\s]*\)", RegexOptions.None, 1000)]
    private static partial Regex Links();

    /// <summary>What a line begins with, and rules.</summary>
    [GeneratedRegex(@"(?m)^\s*(?:#{1,6}\s|>\s?|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s)?|```.*$|(?:-{3,}|\*{3,}|_{3,})\s*$)", RegexOptions.None, 1000)]
    private static partial Regex Lines();

    [GeneratedRegex(@"\*\*|__|~~|`|(?<=[\s(]|^)[*_](?=\S)|(?<=\S)[*_](?=[\s.,:;!?)]|$)", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
