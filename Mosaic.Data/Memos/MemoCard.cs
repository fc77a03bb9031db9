using Mosaic.Data.Bots;

namespace Mosaic.Data.Memos;

/// <summary>A memo as lists and pages show it.</summary>
public sealed record MemoCard(
    Guid Id,
    string Content,
    IReadOnlyList<string> Tags,
    int TaskCount,
    int OpenTaskCount,
    bool IsPinned,
    bool IsArchived,
    bool AiExcluded,
    int RevisionCount,
    DateOnly? DiaryDate,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? DeletedAt,
    IReadOnlyList<MemoFile> Files,
    int BackLinkCount)
{
    /// <summary>Lists carry at most this many characters of a content; the rest comes when somebody unfolds the memo.</summary>
    public const int ExcerptLength = 4_000;

    /// <summary>Whether <see cref="Content"/> is only the beginning.</summary>
    public bool IsExcerpt { get; init; }

    public string? AiSummary { get; init; }

    /// <summary>Null while AI has made nothing of it.</summary>
    public MemoAiNote? Ai { get; init; }

    /// <summary>What bots replied, oldest first, those of threads among them.</summary>
    public IReadOnlyList<ReplyCard> Replies { get; init; } = [];

    /// <inheritdoc cref="Memo.ChangeSeq"/>
    public long ChangeSeq { get; init; }
}
