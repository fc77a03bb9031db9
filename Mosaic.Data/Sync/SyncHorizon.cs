namespace Mosaic.Data.Sync;

/// <summary>Every change up to <see cref="Seq"/> can be read. Numbers of another <see cref="Epoch"/> say nothing here.</summary>
public sealed record SyncHorizon(long Seq, string Epoch);
