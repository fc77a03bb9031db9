using System.Text.Json.Serialization;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>A memo with its newest revisions, at most fifty; the list of revisions has all.</summary>
internal sealed record MemoWithHistory : MemoJson
{
    private MemoWithHistory(MemoJson memo, IReadOnlyList<RevisionJson> revisions) : base(memo) => Revisions = revisions;

    [JsonPropertyOrder(1)]
    public IReadOnlyList<RevisionJson> Revisions { get; }

    public static MemoWithHistory Of(MemoJson memo, IReadOnlyList<RevisionJson> revisions) => new(memo, revisions);
}
