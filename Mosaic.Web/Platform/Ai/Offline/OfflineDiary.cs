namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>A page of a diary from the memos of a day: the person's own sentences, in the order of the day.</summary>
public static class OfflineDiary
{
    /// <summary>Markdown; a paragraph each for morning, afternoon and evening, by the clock the sources bear.</summary>
    public static string Of(AiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var parts = OfflineDay.PartsOf(request.Sources.Select(source => (source.WrittenAt, source.Text)));
        return parts.Count == 0
            ? "I wrote nothing that makes a page."
            : string.Join("\n\n", parts.Select(part => Literal(OfflineSummary.Join(part.Select(passage => passage.Text)))));
    }

    // What begins a paragraph must not begin a list, a heading, a quote or the definition of a link.
    private static string Literal(string paragraph)
    {
        if ("#>-+*`~|=[_".Contains(paragraph[0])) return "\\" + paragraph;
        var digits = paragraph.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && paragraph[digits] is '.' or ')' ? paragraph.Insert(digits, "\\") : paragraph;
    }
}
