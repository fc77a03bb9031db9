using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>A page as it was made for a day, before its person had a word in it.</summary>
/// <param name="Paragraphs">At least one, each of at least one sentence.</param>
/// <param name="MoodKey">One of those that were offered.</param>
/// <param name="Score">1 to 10.</param>
/// <param name="IsOffline">Made by the offline helper, which must be said.</param>
public sealed record DayDraft(IReadOnlyList<DraftParagraph> Paragraphs, string MoodKey, int Score, bool IsOffline)
{
    /// <summary>Paragraphs with an empty line between.</summary>
    public string PlainText => string.Join("\n\n", Paragraphs.Select(TextOf));

    /// <summary>The same as Markdown that shows every sign as it stands.</summary>
    public string ToMarkdown() => string.Join("\n\n", Paragraphs.Select(paragraph => LiteralMarkdown.Of(TextOf(paragraph))));

    private static string TextOf(DraftParagraph paragraph) => OfflineSummary.Join(paragraph.Sentences.Select(sentence => sentence.Text));
}
