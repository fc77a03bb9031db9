namespace Mosaic.Web.Ui.Diff;

public enum DiffKind
{
    Same,
    Added,
    Removed,
}
