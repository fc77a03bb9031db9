using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Who knows a document: all bots of a person, one of them, or those of one conversation.</summary>
/// <param name="Scope">One of <see cref="MemoryScope"/>.</param>
/// <param name="BotId">Set for <see cref="MemoryScope.Bot"/> alone.</param>
/// <param name="ConversationId">Set for <see cref="MemoryScope.Conversation"/> alone.</param>
public sealed record DocumentTarget(string Scope, Guid? BotId, Guid? ConversationId)
{
    public static DocumentTarget All { get; } = new(MemoryScope.All, null, null);

    /// <summary>On one line, as the choices of a list have it.</summary>
    public string Key => (BotId ?? ConversationId) is { } id ? $"{Scope}:{id}" : Scope;

    public static DocumentTarget OfBot(Guid id) => new(MemoryScope.Bot, id, null);

    public static DocumentTarget OfConversation(Guid id) => new(MemoryScope.Conversation, null, id);

    /// <summary>As a form or a program says it; without a scope it is all bots. Null where it does not say which bot or conversation.</summary>
    public static DocumentTarget? Read(string? scope, string? botId, string? conversationId) => scope switch
    {
        null or "" or MemoryScope.All => All,
        MemoryScope.Bot => Guid.TryParse(botId, out var bot) ? OfBot(bot) : null,
        MemoryScope.Conversation => Guid.TryParse(conversationId, out var conversation) ? OfConversation(conversation) : null,
        _ => null,
    };

    /// <summary>Null for what no <see cref="Key"/> can be.</summary>
    public static DocumentTarget? OfKey(string? key)
    {
        var parts = (key ?? "").Split(':', 2);
        return key is { Length: > 0 } ? Read(parts[0], parts[^1], parts[^1]) : null;
    }
}
