namespace Mosaic.Web.Features.Chat.Api;

/// <summary>A conversation with the end of its open path, for programs.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Messages">Oldest first, at most 200.</param>
/// <param name="HasEarlier">More stand before them.</param>
internal sealed record ConversationWithMessagesJson(ConversationJson Conversation, IReadOnlyList<MessageJson> Messages, bool HasEarlier)
{
    public static readonly ConversationWithMessagesJson Example = new(ConversationJson.Example, [MessageJson.Example], false);
}
