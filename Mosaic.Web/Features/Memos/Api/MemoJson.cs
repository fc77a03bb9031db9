using System.ComponentModel;
using System.Text.Json.Serialization;
using Mosaic.Data.Bots;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>A memo as programs see it. <c>revisionCount</c> is the number of its newest revision: send it as baseRevision with a new text.</summary>
internal sealed record MemoJson(
    Guid Id, string Content, IReadOnlyList<string> Tags, bool IsPinned, bool IsArchived, DateOnly? DiaryDate, bool AiExcluded, string? AiSummary,
    [property: Description("Tags that AI proposes and nobody has taken or refused.")] IReadOnlyList<string> ProposedTags,
    int RevisionCount, int TaskCount, int OpenTaskCount, IReadOnlyList<ResourceJson> Resources,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? DeletedAt,
    [property: Description("The newest revisions, at most fifty, where one memo is asked for."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<RevisionJson>? Revisions = null,
    [property: Description("What bots replied, where one memo is asked for."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<ReplyCard>? Replies = null)
{
    public static readonly MemoJson Example = new(
        new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e03"), "Bees out early. #garden\n\n- [ ] order frames", ["garden"], false, false, null, false, null, [], 1, 1, 1, [],
        new(2026, 3, 1, 8, 15, 0, TimeSpan.Zero), new(2026, 3, 1, 8, 15, 0, TimeSpan.Zero), null);

    public static MemoJson Of(MemoCard memo) => new(
        memo.Id, memo.Content, memo.Tags, memo.IsPinned, memo.IsArchived, memo.DiaryDate, memo.AiExcluded, memo.AiSummary, memo.Ai?.ProposedTags ?? [],
        memo.RevisionCount, memo.TaskCount, memo.OpenTaskCount, [.. memo.Files.Select(file => ResourceJson.Of(memo.Id, file))],
        memo.CreatedAt, memo.UpdatedAt, memo.DeletedAt);
}
