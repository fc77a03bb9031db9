namespace Mosaic.Web.Platform.Live;

/// <summary>The names under which slices announce changes.</summary>
public static class Topics
{
    /// <summary>Memos, drafts, tags and files of one person. The payload is the memo's id, or empty when many changed.</summary>
    public static string Memos(Guid userId) => $"memos:{userId:N}";

    /// <summary>Diary pages, moods and check-ins of one person. The payload is the day, or empty when many changed.</summary>
    public static string Diary(Guid userId) => $"diary:{userId:N}";

    /// <summary>The bots of one person. The payload is the bot's id, or empty when many changed.</summary>
    public static string Bots(Guid userId) => $"bots:{userId:N}";

    /// <summary>What bots of one person are writing. The payload is the reply's id; see <c>GrowingTexts</c> for the text.</summary>
    public static string Replies(Guid userId) => $"replies:{userId:N}";

    /// <summary>Somebody wants a reply to stop. The payload is its id.</summary>
    public static string ReplyStops(Guid userId) => $"reply-stops:{userId:N}";

    /// <summary>Conversations of one person and what is said in them. The payload is the conversation's id, or empty when many changed.</summary>
    public static string Chat(Guid userId) => $"chat:{userId:N}";

    /// <summary>Somebody wants an answer to stop. The payload is the message's id.</summary>
    public static string ChatStops(Guid userId) => $"chat-stops:{userId:N}";

    /// <summary>What bots of one person keep: memories and documents.</summary>
    public static string Memories(Guid userId) => $"memories:{userId:N}";

    /// <summary>Passages of one person were placed among all meanings, or placed anew.</summary>
    public static string Passages(Guid userId) => $"passages:{userId:N}";

    /// <summary>The saved searches of one person.</summary>
    public static string Searches(Guid userId) => $"searches:{userId:N}";

    /// <summary>One account: disabled, deleted, password or profile changed. The payload says which.</summary>
    public static string Account(Guid userId) => $"account:{userId:N}";

    /// <summary>The AI tokens of one person near their end, or a call was refused because of that.</summary>
    public static string AiBudget(Guid userId) => $"ai-budget:{userId:N}";

    /// <summary>An admin changed a setting of the house.</summary>
    public const string Settings = "settings";

    /// <summary>There is work for the job workers; told by the database when the transaction that put it in commits.</summary>
    public const string Jobs = "jobs";

    /// <summary>Jobs went on; at most twice a second from each process.</summary>
    public const string JobsChanged = "jobs.changed";
}
