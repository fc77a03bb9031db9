namespace Mosaic.Data.Diary;

/// <summary>What a page is to its person; the database accepts no other word.</summary>
public static class DiaryState
{
    /// <summary>Proposed: the next night may make it anew.</summary>
    public const string Draft = "draft";

    public const string Kept = "kept";
}
