namespace Mosaic.Data.Diary;

/// <summary>Who wrote the text of a page; the database accepts no other word.</summary>
public static class DiarySource
{
    public const string Manual = "manual";
    public const string Ai = "ai";
    public const string Offline = "offline";
}
