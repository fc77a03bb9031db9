namespace Mosaic.Web.Features.Sync.Devices;

/// <summary>A device that keeps a copy. <see cref="Waiting"/> counts changes it has not asked for yet.</summary>
public sealed record SyncedDevice(string ClientId, string? UserAgent, DateTimeOffset FirstSyncAt, DateTimeOffset LastSyncAt, int Waiting);
