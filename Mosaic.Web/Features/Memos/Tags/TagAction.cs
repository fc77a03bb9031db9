namespace Mosaic.Web.Features.Memos.Tags;

/// <summary>What somebody wants to do with a tag.</summary>
public enum TagAction
{
    Rename,
    Merge,
    Remove,
}
