using System.Text.Json.Serialization;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>What a memo said at one time. <c>length</c> is in characters; <c>content</c> is left out beside a memo.</summary>
internal sealed record RevisionJson(
    int Number, string Source, int? RestoredFrom, string? Label, int Length, DateTimeOffset CreatedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Content = null)
{
    public static readonly RevisionJson Example = new(1, RevisionSource.Api, null, null, 44, new(2026, 3, 1, 8, 15, 0, TimeSpan.Zero));

    public static RevisionJson Of(RevisionLine line) => new(line.Number, line.Source, line.RestoredFrom, line.Label, line.Length, line.CreatedAt);
}
