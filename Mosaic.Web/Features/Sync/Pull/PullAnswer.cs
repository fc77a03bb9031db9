using System.ComponentModel;
using System.Text.Json;

namespace Mosaic.Web.Features.Sync.Pull;

/// <summary>What changed since the cursors that were sent.</summary>
internal sealed record PullAnswer(
    [property: Description("By kind of row. Apply deleted first, then upserted.")] IReadOnlyDictionary<string, PullAnswer.EntityChanges> Changes,
    [property: Description("What to send next time.")] IReadOnlyDictionary<string, string> Cursors,
    [property: Description("true: ask again at once.")] bool HasMore,
    [property: Description("true: the server was put back to an older state or moved, and tells everything anew. What it does not tell by the end is not there.")] bool Reset)
{
    /// <param name="Upserted">Rows that are new or changed, oldest change first, as they are now. One with deletedAt is in the trash.</param>
    /// <param name="Deleted">Ids of rows that are gone for good.</param>
    internal sealed record EntityChanges(IReadOnlyList<JsonElement> Upserted, IReadOnlyList<Guid> Deleted);
}
