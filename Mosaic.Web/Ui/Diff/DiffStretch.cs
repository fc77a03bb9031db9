namespace Mosaic.Web.Ui.Diff;

/// <summary>Part of a comparison that is shown at once, or folded behind a button when <see cref="FoldedLines"/> is above zero.</summary>
public sealed record DiffStretch(IReadOnlyList<DiffSegment> Segments, int FoldedLines);
