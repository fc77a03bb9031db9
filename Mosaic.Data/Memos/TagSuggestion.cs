namespace Mosaic.Data.Memos;

/// <summary>A tag somebody may mean, and how many memos count for it.</summary>
public sealed record TagSuggestion(string Tag, int Count);
