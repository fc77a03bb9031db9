using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Memos.Sync;

/// <summary>What a device may set of a memo. What is left out stays.</summary>
internal sealed record MemoSyncData
{
    public string? Content { get; init; }

    /// <summary>Besides those in the text; null takes them off.</summary>
    public Given<IReadOnlyList<string>?> Tags { get; init; }

    public bool? IsPinned { get; init; }
    public bool? IsArchived { get; init; }
    public Given<DateOnly?> DiaryDate { get; init; }
    public bool? AiExcluded { get; init; }

    /// <summary>Its files in their order; uploaded before.</summary>
    public IReadOnlyList<Guid>? ResourceIds { get; init; }

    /// <summary>Of a new memo. A time to come counts as now.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Null takes it out of the trash, as a new text does.</summary>
    public Given<DateTimeOffset?> DeletedAt { get; init; }

    public MemoEdit For(SyncChange change) => new(change.Id, Content, ResourceIds, AiExcluded, change.BaseRevision ?? 0)
    {
        Tags = Tags.HasValue ? Tags.Value ?? [] : null,
        IsPinned = IsPinned,
        IsArchived = IsArchived,
        DiaryDate = DiaryDate,
        IsTrashed = Content is not null || DeletedAt is { HasValue: true, Value: null } ? false : DeletedAt.HasValue ? true : null,
        CreatedAt = CreatedAt,
        Source = RevisionSource.Api,
    };
}
