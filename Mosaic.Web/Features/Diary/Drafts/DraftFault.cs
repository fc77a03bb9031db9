namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Why an answer is no draft.</summary>
internal enum DraftFault
{
    TooLong,

    NoJson,

    /// <summary>JSON of another form than was asked for.</summary>
    OtherForm,

    Empty,

    TooManyParagraphs,

    TooManySentences,

    SentenceTooLong,

    NoSource,

    UnknownSource,

    UnknownMood,

    ScoreOutOfRange,
}
