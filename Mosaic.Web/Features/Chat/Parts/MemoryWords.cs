using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Memories;

namespace Mosaic.Web.Features.Chat.Parts;

/// <summary>What people are told of a fact.</summary>
internal static class MemoryWords
{
    public static string Scope(string scope, MemoryEntry memory) => scope switch
    {
        MemoryScope.Conversation => "In this conversation",
        MemoryScope.Bot => memory.BotName is { } name ? $"{name} alone" : "This bot alone",
        _ => "All your bots",
    };

    public static string Conversation(MemoryEntry memory) => memory.ConversationTitle is { Length: > 0 } title ? title : memory.BotName is { } name ? $"a conversation with {name}" : "a conversation";
}
