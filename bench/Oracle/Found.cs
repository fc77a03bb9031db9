namespace Mosaic.Bench.Oracle;

/// <summary>A passage that was found, and how far its vector is from the one asked for: its cosine distance, 0 to 2.</summary>
internal readonly record struct Found(Guid SourceId, int Position, double Distance);
