using Mosaic.Web.Ui.Diff;

namespace Mosaic.Web.Features.Memos.History;

/// <summary>How this person likes to compare, kept while their pages are open.</summary>
public sealed class HistoryChoice
{
    public DiffMode Mode { get; set; } = DiffMode.Inline;
}
