namespace Mosaic.Data.Chat;

/// <summary>Who named a conversation; the database accepts no other word.</summary>
public static class TitleSource
{
    public const string Auto = "auto";
    public const string User = "user";
}
