namespace Mosaic.Web.Ui.Diff;

/// <summary>How a comparison is laid out. Side by side becomes one column where the page is narrow.</summary>
public enum DiffMode
{
    Inline,
    Side,
}
