namespace Mosaic.Web.Features.Chat.Conversations;

/// <summary>A conversation as lists show it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">Empty while it has none.</param>
/// <param name="BotId">Who speaks first; null where that bot is gone.</param>
/// <param name="BotName">Null with it.</param>
/// <param name="BotAvatarId">The picture of that bot.</param>
/// <param name="BotColor">The ground of its initials, 1 to 6.</param>
/// <param name="Voices">How many bots take part.</param>
/// <param name="MessageCount">Messages of its whole tree.</param>
/// <param name="TotalTokens">What answers took.</param>
/// <param name="IsPinned">It stands first.</param>
/// <param name="IsArchived">It is in the archive.</param>
/// <param name="UpdatedAt">When something was said last.</param>
/// <param name="LastSaid">The beginning of the last message, Markdown.</param>
public sealed record ConversationCard(
    Guid Id, string Title, Guid? BotId, string? BotName, Guid? BotAvatarId, int BotColor, int Voices, int MessageCount, long TotalTokens,
    bool IsPinned, bool IsArchived, DateTimeOffset UpdatedAt, string LastSaid)
{
    public string ShownTitle => Title.Length > 0 ? Title : BotName is { } name ? $"With {name}" : "Untitled conversation";
}
