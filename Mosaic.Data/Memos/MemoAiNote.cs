namespace Mosaic.Data.Memos;

/// <summary>What AI made of a memo, and which calls are behind it.</summary>
public sealed record MemoAiNote(IReadOnlyList<string> ProposedTags, Guid? TagsTurnId, string? TagsProvider, Guid? SummaryTurnId, string? SummaryProvider);
