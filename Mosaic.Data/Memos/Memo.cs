using Mosaic.Data.Sync;

namespace Mosaic.Data.Memos;

/// <summary>A short text somebody wrote. Its newest content is also its newest <see cref="MemoRevision"/>.</summary>
public sealed class Memo : ISynced
{
    /// <summary>The longest content, in UTF-16 code units.</summary>
    public const int MaxLength = 100_000;

    public static string EntityName => "memo";

    public required Guid Id { get; init; }

    [Unsynced] public required Guid UserId { get; init; }

    /// <summary>Markdown.</summary>
    public required string Content { get; set; }

    /// <summary>Tags without their <c>#</c>: those in the text and those put on the memo, in lower case.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>The tags and all their parents; made by the database.</summary>
    [Unsynced] public string[] TagPaths { get; private set; } = [];

    public int TaskCount { get; set; }
    public int OpenTaskCount { get; set; }
    public bool IsArchived { get; set; }
    public bool IsPinned { get; set; }

    /// <summary>The diary day an archived memo was put to.</summary>
    public DateOnly? DiaryDate { get; set; }

    public string? AiSummary { get; set; }

    /// <summary>Kept from AI: no step that involves a model or an index of meaning ever reads this memo.</summary>
    public bool AiExcluded { get; set; }

    /// <summary>The highest revision number ever used.</summary>
    public int RevisionCount { get; set; } = 1;

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it went to the trash.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>Rises with every change of any synced row; made by the database.</summary>
    [Unsynced] public long ChangeSeq { get; private set; }
}
