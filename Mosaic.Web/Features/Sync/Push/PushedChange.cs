using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mosaic.Web.Features.Sync.Push;

/// <summary>What became of one change.</summary>
/// <param name="ClientChangeId">Which one.</param>
/// <param name="Status"><c>applied</c>; <c>duplicate</c>: it was done before; <c>conflict</c>: nothing was written, both versions are here; <c>refused</c>: it never will be.</param>
/// <param name="Current">The row as it is now; null where it is gone.</param>
/// <param name="Yours">On a conflict, what the device sent.</param>
/// <param name="Sentence">Why it is refused.</param>
public sealed record PushedChange(
    string ClientChangeId,
    [property: Description("applied, duplicate, conflict or refused.")] string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] object? Current = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Yours = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sentence = null)
{
    public const string Applied = "applied";
    public const string Duplicate = "duplicate";
    public const string Conflict = "conflict";
    public const string Refused = "refused";
}
