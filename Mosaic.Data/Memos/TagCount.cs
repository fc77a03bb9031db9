namespace Mosaic.Data.Memos;

/// <summary>A tag with the memos on the desk that carry it or a tag below it.</summary>
public sealed record TagCount(string Tag, int Count)
{
    /// <summary>Those in the archive.</summary>
    public int Archived { get; init; }
}
