namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>What is said about a fault, to a model that may mend it and to people who ask why.</summary>
internal static class DraftFaults
{
    public static string SentenceOf(DraftFault fault) => fault switch
    {
        DraftFault.TooLong => $"The answer is longer than {DraftLimits.AnswerLength} characters.",
        DraftFault.NoJson => "The answer holds no JSON object.",
        DraftFault.OtherForm => "The JSON has another form than was asked for.",
        DraftFault.Empty => "The page is empty.",
        DraftFault.TooManyParagraphs => $"The page has more than {DraftLimits.Paragraphs} paragraphs.",
        DraftFault.TooManySentences => $"The page has more than {DraftLimits.Sentences} sentences.",
        DraftFault.SentenceTooLong => $"A sentence is longer than {DraftLimits.SentenceLength} characters.",
        DraftFault.NoSource => "A sentence names no source.",
        DraftFault.UnknownSource => "A sentence names a source that is not there.",
        DraftFault.UnknownMood => "The mood is none of those that were offered.",
        DraftFault.ScoreOutOfRange => $"The score is no whole number from {DraftLimits.LowestScore} to {DraftLimits.HighestScore}.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };
}
