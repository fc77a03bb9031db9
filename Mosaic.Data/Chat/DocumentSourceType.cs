namespace Mosaic.Data.Chat;

/// <summary>Where a document came from; the database accepts no other word.</summary>
public static class DocumentSourceType
{
    public const string File = "file";
    public const string Url = "url";
}
