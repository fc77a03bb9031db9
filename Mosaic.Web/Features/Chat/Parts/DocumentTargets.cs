using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Documents;

namespace Mosaic.Web.Features.Chat.Parts;

/// <summary>For whom a document can be: all bots, each of the person's bots, and their newest conversations.</summary>
internal sealed record DocumentTargets(IReadOnlyList<(string Key, string Name)> Bots, IReadOnlyList<(string Key, string Name)> Conversations)
{
    public static DocumentTargets None { get; } = new([], []);

    public static async Task<DocumentTargets> ReadAsync(Guid userId, BotService bots, ConversationService conversations) => new(
        [.. (await bots.ListAsync(userId)).Select(bot => (DocumentTarget.OfBot(bot.Id).Key, bot.Name))],
        [.. (await conversations.ListAsync(userId)).Select(conversation => (DocumentTarget.OfConversation(conversation.Id).Key, conversation.ShownTitle))]);
}
