namespace Mosaic.Web.Features.Search.Kept;

/// <summary>One search that is kept; without a name it is only recent.</summary>
public sealed record KeptSearchLine(string Query, string? Name);
