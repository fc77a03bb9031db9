using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Mosaic.Web.Platform.Markdown;

/// <summary>The Markdown of Mosaic: tables, task lists, bare addresses, line breaks as written, tags and memo links; no HTML.</summary>
internal static class MarkdownDialect
{
    /// <summary>Longer texts are shown as they are written. A draft can be as long.</summary>
    public const int MaxLength = 400_000;

    public static MarkdownPipeline Pipeline { get; } = Build();

    /// <summary>The parsed text, or null when it is too long or nested too deep to be worth it.</summary>
    public static MarkdownDocument? Parse(string text)
    {
        if (text.Length > MaxLength || MarkdownBombs.Looks(text)) return null;
        try
        {
            return MarkdownParser.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit of nesting.
            return null;
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseAutoLinks()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Inserted | EmphasisExtraOptions.Marked)
            .UseSoftlineBreakAsHardlineBreak()
            .DisableHtml();
        builder.Extensions.Add(new MosaicSyntax());
        return builder.Build();
    }
}
