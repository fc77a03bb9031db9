using System.ComponentModel;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>A memo to be.</summary>
internal sealed record NewMemoJson(
    [property: Description("Markdown, at most 100,000 characters.")] string Content,
    [property: Description("Tags besides those in the text, without #.")] IReadOnlyList<string>? Tags = null,
    [property: Description("When it was written; now, where it is left out or still to come.")] DateTimeOffset? CreatedAt = null,
    [property: Description("The diary day it belongs to.")] DateOnly? DiaryDate = null,
    [property: Description("Keep it from AI.")] bool AiExcluded = false)
{
    public MemoEdit For(Guid id) => new(id, Content, null, AiExcluded, 0)
    {
        Tags = Tags,
        CreatedAt = CreatedAt,
        DiaryDate = DiaryDate,
        Source = RevisionSource.Api,
    };
}
