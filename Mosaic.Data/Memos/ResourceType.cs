namespace Mosaic.Data.Memos;

/// <summary>How a file is shown; the database accepts no other word.</summary>
public static class ResourceType
{
    public const string Image = "image";
    public const string Audio = "audio";
    public const string Video = "video";
    public const string File = "file";
}
