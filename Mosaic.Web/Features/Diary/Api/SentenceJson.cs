namespace Mosaic.Web.Features.Diary.Api;

/// <summary>A sentence of a draft, and the memos it came from.</summary>
internal sealed record SentenceJson(string Text, IReadOnlyList<Guid> MemoIds);
