using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Memos;

/// <summary>
/// One saving; what is null stays as it is. <paramref name="Id"/> is chosen before the first save, so that saving twice makes one memo;
/// <paramref name="BaseRevision"/> is the revision the edit began from, 0 for a new memo;
/// <paramref name="ResourceIds"/> are the files in their order.
/// </summary>
public sealed record MemoEdit(Guid Id, string? Content, IReadOnlyList<Guid>? ResourceIds, bool? AiExcluded, int BaseRevision)
{
    /// <summary>Save although the memo changed since <see cref="BaseRevision"/>; the other text stays in the history.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Tags put on the memo besides those in its text.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    public bool? IsPinned { get; init; }

    public bool? IsArchived { get; init; }

    /// <summary>The diary day the memo is put to; an absent one stays, a null one is taken away.</summary>
    public Given<DateOnly?> DiaryDate { get; init; }

    /// <summary>Moves it to the trash or takes it out. One in the trash is not found unless this says false: an edit brings it back.</summary>
    public bool? IsTrashed { get; init; }

    /// <summary>The change the memo must still be at (<see cref="Memo.ChangeSeq"/>), for who changes only what they saw; null asks nothing.</summary>
    public long? ExpectedChange { get; init; }

    /// <summary>One of <see cref="RevisionSource"/>.</summary>
    public string Source { get; init; } = RevisionSource.Human;

    /// <summary>The number of the revision whose text this is, where <see cref="Source"/> is a restore.</summary>
    public int? RestoredFrom { get; init; }

    /// <summary>When a new memo was written, if not now. A time to come counts as now: the clock it came from is wrong.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
