using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos;

/// <summary>
/// One saving. <paramref name="Id"/> is chosen before the first save, so that saving twice makes one memo;
/// <paramref name="BaseRevision"/> is the revision the edit began from, 0 for a new memo;
/// <paramref name="ResourceIds"/> are the files in their order, null to leave them as they are.
/// </summary>
public sealed record MemoEdit(Guid Id, string Content, IReadOnlyList<Guid>? ResourceIds, bool AiExcluded, int BaseRevision)
{
    /// <summary>Save although the memo changed since <see cref="BaseRevision"/>; the other text stays in the history.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Tags put on the memo besides those in its text; null to leave them as they are.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>One of <see cref="RevisionSource"/>.</summary>
    public string Source { get; init; } = RevisionSource.Human;

    /// <summary>The number of the revision whose text this is, where <see cref="Source"/> is a restore.</summary>
    public int? RestoredFrom { get; init; }

    /// <summary>When a new memo was written, if not now.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
