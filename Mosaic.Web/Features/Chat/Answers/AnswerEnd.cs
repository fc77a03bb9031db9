namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>Why an answer was ended before its time.</summary>
internal enum AnswerEnd
{
    /// <summary>Its person had enough.</summary>
    Person,

    /// <summary>The server ends.</summary>
    Shutdown,

    /// <summary>It is deleted, or another run writes it.</summary>
    Lost,
}
