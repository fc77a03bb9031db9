namespace Mosaic.Web.Platform.Live;

/// <summary>The names under which slices announce changes.</summary>
public static class Topics
{
    /// <summary>Memos, drafts, tags and files of one person. The payload is the memo's id, or empty when many changed.</summary>
    public static string Memos(Guid userId) => $"memos:{userId:N}";

    /// <summary>One account: disabled, deleted, password or profile changed. The payload says which.</summary>
    public static string Account(Guid userId) => $"account:{userId:N}";

    /// <summary>An admin changed a setting of the house.</summary>
    public const string Settings = "settings";
}
