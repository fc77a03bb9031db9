using System.ComponentModel;
using Mosaic.Web.Features.Sync.Devices;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Sync.Push;

/// <summary>What a device changed, in the order it happened there.</summary>
public sealed record PushRequest(
    [property: Description("Names the device, as in pull.")] string ClientId,
    [property: Description("At most 500.")] IReadOnlyList<SyncChange> Changes) : IChecked
{
    public const int MostChanges = 500;

    public IEnumerable<(string Field, string Sentence)> Check()
    {
        if (DeviceService.RefuseName(ClientId) is { } refusal) yield return ("clientId", refusal);
        if (Changes.Count > MostChanges) yield return ("changes", $"Send at most {MostChanges} at a time.");
        for (var i = 0; i < Math.Min(Changes.Count, MostChanges); i++)
        {
            if (Changes[i] is not { } change) yield return ($"changes[{i}]", "A change is missing here.");
            else if (DeviceService.RefuseName(change.ClientChangeId) is { } wrong) yield return ($"changes[{i}].clientChangeId", wrong);
            else if (change.Op is not (SyncChange.Upsert or SyncChange.Delete)) yield return ($"changes[{i}].op", "There are upsert and delete.");
            else if (change.BaseRevision < 0) yield return ($"changes[{i}].baseRevision", "Revisions are counted from 1; 0 is a new row.");
        }
    }
}
