namespace Mosaic.Data.Chat;

/// <summary>Who may know a memory or a document; the database accepts no other word.</summary>
public static class MemoryScope
{
    public const string Conversation = "conversation";

    /// <summary>One bot, in all its conversations with the person.</summary>
    public const string Bot = "bot";

    /// <summary>All bots of the person.</summary>
    public const string All = "all";
}
