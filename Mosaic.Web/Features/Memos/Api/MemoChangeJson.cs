using System.ComponentModel;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>What to change of a memo. What is left out stays.</summary>
internal sealed record MemoChangeJson : IChecked
{
    [Description("The whole new text.")]
    public string? Content { get; init; }

    [Description("The tags put on it besides those in its text; null takes them off.")]
    public Given<IReadOnlyList<string>?> Tags { get; init; }

    [Description("The diary day it belongs to; null takes it away.")]
    public Given<DateOnly?> DiaryDate { get; init; }

    [Description("No model and no index of meaning reads it.")]
    public bool? AiExcluded { get; init; }

    public bool? IsPinned { get; init; }

    [Description("The revisionCount of the memo that the new text was made from. Left out, the text is taken whatever the memo says now; what it said stays a revision.")]
    public int? BaseRevision { get; init; }

    public IEnumerable<(string, string)> Check()
    {
        if (BaseRevision < 1) yield return ("baseRevision", "Revisions are counted from 1.");
    }

    public MemoEdit For(Guid id, long? expectedChange) => new(id, Content, null, AiExcluded, BaseRevision ?? 1)
    {
        Overwrite = BaseRevision is null,
        Tags = Tags.HasValue ? Tags.Value ?? [] : null,
        DiaryDate = DiaryDate,
        IsPinned = IsPinned,
        ExpectedChange = expectedChange,
        Source = RevisionSource.Api,
    };
}
