namespace Mosaic.Data.Search;

/// <summary>A memory that is near in meaning.</summary>
/// <param name="MemoryId">Which.</param>
/// <param name="Cosine">How near it is, −1 to 1.</param>
public sealed record NearMemory(Guid MemoryId, double Cosine);
