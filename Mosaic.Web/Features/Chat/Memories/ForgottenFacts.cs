using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>What forgetting took away and an undo brings back; nowhere but in the page that may undo it.</summary>
public sealed class ForgottenFacts
{
    internal ForgottenFacts(Guid? messageId, IReadOnlyList<Memory> facts) => (MessageId, Facts) = (messageId, facts);

    /// <summary>The message that bots read no more.</summary>
    public Guid? MessageId { get; }

    internal IReadOnlyList<Memory> Facts { get; }
}
