namespace Mosaic.Data.Chat;

/// <summary>How far the import of a document is; the database accepts no other word.</summary>
public static class DocumentStatus
{
    public const string Pending = "pending";
    public const string Processing = "processing";
    public const string Completed = "completed";
    public const string Failed = "failed";
}
