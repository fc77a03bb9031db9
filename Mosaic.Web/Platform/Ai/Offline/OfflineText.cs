using Markdig.Syntax;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>What a memo says, without its signs, code, addresses and tags.</summary>
internal static class OfflineText
{
    /// <summary>How much of a text is read, in UTF-16 code units; what comes later changes a summary or a tag no more.</summary>
    public const int MaxLength = 100_000;

    public static IReadOnlyList<OfflineBlock> Blocks(string markdown)
    {
        var text = markdown.Length > MaxLength ? markdown[..MaxLength] : markdown;
        if (MarkdownDialect.Parse(text) is not { } document) return [.. Cleaned(text, isHeading: false)];
        return [.. document.Descendants().OfType<LeafBlock>()
            .Where(block => block is not CodeBlock && block.Inline is not null)
            .SelectMany(block => Cleaned(PlainText.Lines(block, MaxLength), block is HeadingBlock))];
    }

    /// <summary>The sentences outside headings, in order, at most this many.</summary>
    public static IReadOnlyList<string> Sentences(string markdown, int most) =>
        [.. Blocks(markdown).Where(block => !block.IsHeading).SelectMany(block => SentenceSplitter.Split(block.Text)).Take(most)];

    private static IEnumerable<OfflineBlock> Cleaned(string text, bool isHeading)
    {
        var lines = text.Split('\n').Select(Cleaned).Where(line => line.Length > 0);
        var cleaned = string.Join('\n', lines);
        if (cleaned.Length > 0) yield return new OfflineBlock(cleaned, isHeading);
    }

    // Tags behind a sentence are no part of it; within one they are words.
    private static string Cleaned(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !IsAddress(word)).ToList();
        while (words.Count > 0 && IsTag(words[^1])) words.RemoveAt(words.Count - 1);
        return string.Join(' ', words.Select(word => IsTag(word) ? word[1..] : word));
    }

    private static bool IsAddress(string word) =>
        word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || word.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    private static bool IsTag(string word) => word.Length is > 1 and <= 2 * TagSyntax.MaxLength && word[0] == '#' && TagSyntax.IsTag(word.TrimEnd('.', ',', ';', ':', '!', '?'));
}
