namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Markdown as it was written, divided at its headings.</summary>
internal static class MarkdownSections
{
    /// <summary>The first heading; empty where there is none.</summary>
    public static string Read(string text, PartList parts)
    {
        var sections = new SectionText(parts);
        var fence = "";
        foreach (var span in text.AsSpan().EnumerateLines())
        {
            var line = span.ToString();
            var start = line.TrimStart();
            if (start.StartsWith("```", StringComparison.Ordinal) || start.StartsWith("~~~", StringComparison.Ordinal))
            {
                if (fence.Length == 0) fence = start[..3];
                else if (start.StartsWith(fence, StringComparison.Ordinal)) fence = "";
            }
            if (fence.Length == 0 && HeadingOf(line) is { } heading) sections.Heading(heading);
            else sections.Line(line);
        }
        sections.End();
        return sections.FirstHeading;
    }

    private static string? HeadingOf(string line)
    {
        var level = line.AsSpan().IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && line[level] is ' ' or '\t' && line[level..].Trim().TrimEnd('#').TrimEnd() is { Length: > 0 } heading ? heading : null;
    }
}
