using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>A fact as the ledger shows it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Content">What bots keep.</param>
/// <param name="Scope">One of <see cref="MemoryScope"/>.</param>
/// <param name="Importance">0 to 1.</param>
/// <param name="IsPinned">It goes into every prompt it may go into.</param>
/// <param name="ValidUntil">Not known any more from then on.</param>
/// <param name="BotId">Who remembers it; null where the person wrote it for all.</param>
/// <param name="BotName">Null with it.</param>
/// <param name="ConversationId">Where it was said.</param>
/// <param name="ConversationTitle">Empty while it has none.</param>
/// <param name="SourceMessageId">The message that says it; null where the person wrote it here.</param>
/// <param name="SaidAt">When that was said.</param>
/// <param name="BranchTitle">The nearest named branch it was said on.</param>
/// <param name="IsEdited">The person wrote or changed it.</param>
/// <param name="CreatedAt">When it was kept.</param>
public sealed record MemoryEntry(
    Guid Id, string Content, string Scope, double Importance, bool IsPinned, DateTimeOffset? ValidUntil, Guid? BotId, string? BotName, Guid? ConversationId, string? ConversationTitle,
    Guid? SourceMessageId, DateTimeOffset? SaidAt, string? BranchTitle, bool IsEdited, DateTimeOffset CreatedAt)
{
    /// <summary>The scopes it can have: of a conversation or a bot only where it has one.</summary>
    public IEnumerable<string> Scopes
    {
        get
        {
            if (ConversationId is not null) yield return MemoryScope.Conversation;
            if (BotId is not null) yield return MemoryScope.Bot;
            yield return MemoryScope.All;
        }
    }
}
