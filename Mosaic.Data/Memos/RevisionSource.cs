namespace Mosaic.Data.Memos;

/// <summary>Who or what made a revision; the database accepts no other word.</summary>
public static class RevisionSource
{
    public const string Human = "human";
    public const string Import = "import";
    public const string Restore = "restore";
    public const string Api = "api";
}
