namespace Mosaic.Data.Search;

/// <summary>A passage with its place among all meanings. The hash is of the text the vector was made of.</summary>
public sealed record PlacedPassage(string SourceKind, Guid SourceId, int Position, string SourceHash, float[] Vector);
