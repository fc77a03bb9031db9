namespace Mosaic.Web.Platform.Ai;

/// <summary>Purposes as they are written in tables and addresses.</summary>
public static class AiPurposes
{
    public static IReadOnlyList<AiPurpose> All { get; } = Enum.GetValues<AiPurpose>();

    /// <summary>Those that every house has; the others use chat's provider unless set apart.</summary>
    public static IReadOnlyList<AiPurpose> Always { get; } = [AiPurpose.Chat, AiPurpose.Embedding];

    public static string Key(this AiPurpose purpose) => purpose switch
    {
        AiPurpose.Chat => "chat",
        AiPurpose.Reply => "reply",
        AiPurpose.Diary => "diary",
        AiPurpose.Summary => "summary",
        AiPurpose.Tags => "tags",
        AiPurpose.Title => "title",
        AiPurpose.Embedding => "embedding",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such purpose."),
    };

    public static AiPurpose? Find(string key)
    {
        foreach (var purpose in All)
            if (purpose.Key() == key) return purpose;
        return null;
    }

    public static string Title(this AiPurpose purpose) => purpose switch
    {
        AiPurpose.Chat => "Chat",
        AiPurpose.Reply => "Replies",
        AiPurpose.Diary => "Diary",
        AiPurpose.Summary => "Summaries",
        AiPurpose.Tags => "Tags",
        AiPurpose.Title => "Titles",
        AiPurpose.Embedding => "Embeddings",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such purpose."),
    };
}
