using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Conversations;

/// <summary>What a conversation may be called and how it may be set.</summary>
public static class ConversationRules
{
    /// <summary>On one line, without NUL.</summary>
    public static string CleanTitle(string? title) => title is null ? "" : PlainText.Collapse(title.Replace("\0", "", StringComparison.Ordinal)).Trim();

    /// <summary>Why it cannot be called this, in a sentence; null where it can.</summary>
    public static string? Refuse(string? title) => CleanTitle(title).Length > Conversation.MaxTitle ? $"A title has at most {Conversation.MaxTitle} characters: shorten it." : null;

    /// <summary>Why these settings cannot be, in a sentence; null where they can.</summary>
    public static string? Refuse(ConversationSettings settings) => settings switch
    {
        _ when !TurnRule.All.Contains(settings.Turns) => $"Who speaks is one of: {string.Join(", ", TurnRule.All)}.",
        { BotTurns: < 1 or > ConversationSettings.MostBotTurns } => $"Bots may speak 1 to {ConversationSettings.MostBotTurns} times in a row.",
        _ => null,
    };
}
