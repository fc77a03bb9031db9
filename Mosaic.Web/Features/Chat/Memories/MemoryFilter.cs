namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>Which facts are asked for; all that is set must hold.</summary>
public sealed record MemoryFilter
{
    /// <summary>What this bot knows: its own, and what all bots know.</summary>
    public Guid? BotId { get; init; }

    /// <summary>What was said in this conversation, or is known in it alone.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";
}
