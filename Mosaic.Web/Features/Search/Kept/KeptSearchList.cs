namespace Mosaic.Web.Features.Search.Kept;

/// <summary>What a person keeps: searches with a name in the order of their names, and the recent ones, newest first.</summary>
public sealed record KeptSearchList(IReadOnlyList<KeptSearchLine> Saved, IReadOnlyList<KeptSearchLine> Recent);
