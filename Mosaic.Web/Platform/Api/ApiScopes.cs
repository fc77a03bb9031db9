namespace Mosaic.Web.Platform.Api;

/// <summary>What a key may be allowed to do. The database knows the same words.</summary>
public static class ApiScopes
{
    public const string MemosRead = "memos:read";
    public const string MemosWrite = "memos:write";
    public const string Diary = "diary";
    public const string Bots = "bots";
    public const string Chat = "chat";
    public const string Sync = "sync";
    public const string Circle = "circle";
    public const string Rooms = "rooms";
    public const string Admin = "admin";

    /// <summary>The account itself: profile and keys. Only who signed in by password has it; no key can.</summary>
    public const string Account = "account";

    /// <summary>Those a key can have today, with what they allow. Slices that come later add theirs here.</summary>
    public static IReadOnlyList<(string Name, string Allows)> ForKeys { get; } =
    [
        (MemosRead, "Read memos, their history, tags and files"),
        (MemosWrite, "Write, archive and delete memos and files"),
        (Diary, "Read and write the diary and its moods"),
        (Bots, "Make and change bots, and have them reply"),
        (Chat, "Talk with bots, and read and lead conversations"),
        (Sync, "Keep a device in step, reading and writing"),
        (Admin, "Manage people and settings, while you are an admin"),
    ];
}
