using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Api;

/// <summary>A conversation, for programs.</summary>
/// <param name="Id">Which one.</param>
/// <param name="BotId">Who speaks first; null where it was imported or its bot is gone.</param>
/// <param name="Title">Empty until its first exchange is named.</param>
/// <param name="Settings">How it goes on.</param>
/// <param name="IsTemporary">It leaves nothing behind.</param>
/// <param name="ActiveMessageId">The last message of the open path.</param>
/// <param name="MessageCount">Messages of its whole tree.</param>
/// <param name="TotalTokens">What its answers took.</param>
/// <param name="IsPinned">It stands first in lists.</param>
/// <param name="ArchivedAt">When it went to the archive.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="UpdatedAt">When something was said last.</param>
internal sealed record ConversationJson(
    Guid Id, Guid? BotId, string Title, ConversationSettings Settings, bool IsTemporary, Guid? ActiveMessageId, int MessageCount, long TotalTokens, bool IsPinned,
    DateTimeOffset? ArchivedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static readonly ConversationJson Example = new(
        new("01980000-0000-7000-8000-00000000c001"), new("01980000-0000-7000-8000-00000000b001"), "Worries in March", new ConversationSettings(), false, MessageJson.Example.Id, 2, 412, false,
        null, new(2026, 3, 1, 8, 15, 0, TimeSpan.Zero), new(2026, 3, 1, 8, 15, 4, TimeSpan.Zero));

    public static ConversationJson Of(Conversation conversation) => new(
        conversation.Id, conversation.BotId, conversation.Title, conversation.Settings, conversation.IsTemporary, conversation.ActiveMessageId, conversation.MessageCount, conversation.TotalTokens,
        conversation.IsPinned, conversation.ArchivedAt, conversation.CreatedAt, conversation.UpdatedAt);
}
