namespace Mosaic.Web.Ui.Diff;

/// <summary>A stretch of text that both texts share, or that only one of them has. Never empty.</summary>
public sealed record DiffSegment(DiffKind Kind, string Text);
