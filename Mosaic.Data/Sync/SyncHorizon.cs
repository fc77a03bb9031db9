namespace Mosaic.Data.Sync;

/// <summary>Every change up to <see cref="Seq"/> can be read; none after <see cref="Last"/> was made. Numbers of another <see cref="Epoch"/> say nothing here.</summary>
public sealed record SyncHorizon(long Seq, long Last, string Epoch);
