using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>What a fact may say and who may know it.</summary>
public static class MemoryRules
{
    /// <summary>On one line, without NUL and halves of characters.</summary>
    public static string Clean(string? content) => PlainText.Collapse(string.Concat((content ?? "").EnumerateRunes().Where(rune => rune.Value != 0)));

    /// <summary>Why this cannot be kept, in a sentence; null where it can.</summary>
    public static string? Refuse(string content) => content.Length is > 0 and <= Memory.MaxFact ? null : $"A fact has 1 to {Memory.MaxFact} characters: write what bots shall know in a sentence or two.";

    /// <summary>Why it cannot have this scope, in a sentence; null where it can.</summary>
    internal static string? RefuseScope(Memory memory, string scope) => scope switch
    {
        MemoryScope.All => null,
        MemoryScope.Bot => memory.BotId is null ? "No bot remembers this, so it cannot be for that bot alone: leave it to all." : null,
        MemoryScope.Conversation => memory.ConversationId is null ? "This was not said in a conversation, so it cannot stay in one: leave it to a bot or to all." : null,
        _ => $"Who knows a fact is one of: {MemoryScope.Conversation}, {MemoryScope.Bot}, {MemoryScope.All}.",
    };
}
