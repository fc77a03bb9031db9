namespace Mosaic.Web.Features.Memos.Tags;

/// <summary>How many memos of a change are done.</summary>
public sealed record TagProgress(int Done, int Total);
