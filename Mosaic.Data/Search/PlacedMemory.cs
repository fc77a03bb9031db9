namespace Mosaic.Data.Search;

/// <summary>A memory with the place a model gave its text.</summary>
public sealed record PlacedMemory(Guid MemoryId, string Text, string Hash, float[] Vector);
