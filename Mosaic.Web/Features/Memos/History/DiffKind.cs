namespace Mosaic.Web.Features.Memos.History;

public enum DiffKind
{
    Same,
    Added,
    Removed,
}
