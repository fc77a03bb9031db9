using System.Text.Json;

namespace Mosaic.Web.Platform.Sync;

/// <summary>One change a device made. Ids are made by the device; what <see cref="Data"/> leaves out stays.</summary>
/// <param name="Entity">Which kind of row, such as <c>memo</c>.</param>
/// <param name="Id">Which row.</param>
/// <param name="Op"><c>upsert</c> or <c>delete</c>.</param>
/// <param name="ClientChangeId">Names the change on this device, once and for all; 1 to 100 characters.</param>
/// <param name="BaseRevision">The revision the change was made from; left out or 0 for a new row.</param>
/// <param name="Data">The fields to set, for an upsert.</param>
public sealed record SyncChange(string Entity, Guid Id, string Op, string ClientChangeId, int? BaseRevision = null, JsonElement? Data = null)
{
    public const string Upsert = "upsert";
    public const string Delete = "delete";
}
