namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>A sentence of a draft, plain and on one line, with the memos it came from.</summary>
public sealed record DraftSentence(string Text, IReadOnlyList<Guid> MemoIds);
