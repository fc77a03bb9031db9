namespace Mosaic.Data.Memos;

/// <summary>A memo somebody may want to link to.</summary>
public sealed record MemoSuggestion(Guid Id, string Label, DateTimeOffset CreatedAt);
