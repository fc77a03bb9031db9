namespace Mosaic.Web.Features.Memos.Tags;

/// <summary>The tags of one memo: those that stand in its text, which only an edit changes, and those put on it.</summary>
public sealed record MemoTagging(IReadOnlyList<string> InText, IReadOnlyList<string> PutOn);
