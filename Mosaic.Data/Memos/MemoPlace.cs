namespace Mosaic.Data.Memos;

/// <summary>Where a memo is kept.</summary>
public enum MemoPlace
{
    Desk,
    Archive,
    Trash,
}
