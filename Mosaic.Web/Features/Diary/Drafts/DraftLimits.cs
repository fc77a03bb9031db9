namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>What a draft may be. Lengths are in UTF-16 code units.</summary>
internal static class DraftLimits
{
    public const int AnswerLength = 50_000, Sentences = 60, SentenceLength = 2_000, Paragraphs = 6, LowestScore = 1, HighestScore = 10;
}
