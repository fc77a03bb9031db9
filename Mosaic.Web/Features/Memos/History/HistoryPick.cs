using Mosaic.Web.Ui.Diff;

namespace Mosaic.Web.Features.Memos.History;

/// <summary>Which revisions are compared, and how. <paramref name="Old"/> is null for the one before <paramref name="New"/>.</summary>
public sealed record HistoryPick(int New, int? Old, DiffMode Mode);
