namespace Mosaic.Web.Features.Chat.Conversations;

/// <summary>Where a list of conversations goes on: behind this one.</summary>
public sealed record ConversationCursor(bool IsPinned, DateTimeOffset UpdatedAt, Guid Id);
