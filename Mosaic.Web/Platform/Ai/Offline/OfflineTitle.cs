namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>A short name for a text.</summary>
public static class OfflineTitle
{
    /// <summary>The longest title, in UTF-16 code units.</summary>
    public const int MaxLength = 60;

    private const int ShortestClause = 12, MostRead = 4_000;

    private static readonly string[] ClauseEnds = ["; ", ": ", " – ", " — ", " - ", " (", "，", "；", "："];

    /// <summary>The first heading, or else the first sentence that says something, or its first clause; empty for a text without words.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = OfflineText.Blocks(text.Length > MostRead ? text[..MostRead] : text);
        if (blocks.FirstOrDefault(block => block.IsHeading) is { } heading) return Shortened(heading.Text.ReplaceLineEndings(" "));
        var sentences = blocks.SelectMany(block => SentenceSplitter.Split(block.Text)).ToList();
        return Shortened(sentences.FirstOrDefault(SaysSomething) ?? sentences.FirstOrDefault() ?? "");
    }

    private static string Shortened(string sentence)
    {
        var text = sentence.Trim();
        if (text.Length > 1 && text[^1] is '.' or '。' or ':' or ',' && !text.EndsWith("..", StringComparison.Ordinal)) text = text[..^1];
        if (text.Length <= MaxLength) return text;
        var clause = ClauseEnds.Select(end => text.IndexOf(end, ShortestClause, StringComparison.Ordinal)).Where(place => place is >= 0 and <= MaxLength).DefaultIfEmpty(-1).Max();
        return clause < 0 ? Passage.Cut(text, MaxLength) : text[..clause].TrimEnd();
    }

    private static bool SaysSomething(string sentence)
    {
        var telling = 0;
        var reader = new WordReader(sentence, stackalloc char[WordReader.Room]);
        while (reader.MoveNext())
            if (reader.Kind is LetterKind.Dense || (reader.Kind is LetterKind.Letter && CommonWords.WeightOf(reader.Word) >= 1)) telling++;
        return telling > 0;
    }
}
