namespace Mosaic.Data.Chat;

/// <summary>On whose side a message stands; the database accepts no other word.</summary>
public static class MessageRole
{
    public const string User = "user";
    public const string Assistant = "assistant";
    public const string System = "system";
}
