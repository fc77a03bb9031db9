namespace Mosaic.Data.Search;

/// <summary>All passages of one text.</summary>
public sealed record SourcePassages(Guid SourceId, IReadOnlyList<PassageText> Passages);
