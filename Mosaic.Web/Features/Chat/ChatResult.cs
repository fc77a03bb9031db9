namespace Mosaic.Web.Features.Chat;

/// <summary>How something that was done in a conversation ended.</summary>
public abstract record ChatResult
{
    private ChatResult()
    {
    }

    /// <param name="ConversationId">Where.</param>
    /// <param name="MessageId">The message that was made or is written now; null where there is none.</param>
    public sealed record Done(Guid ConversationId, Guid? MessageId = null) : ChatResult;

    /// <summary>There is no such thing, or it is deleted, or another person's.</summary>
    public sealed record NotFound : ChatResult;

    /// <summary>A rule refused it; the sentence says which and what to do.</summary>
    public sealed record Refused(string Sentence) : ChatResult;
}
