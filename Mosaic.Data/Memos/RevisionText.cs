namespace Mosaic.Data.Memos;

/// <summary>What a memo said in one revision.</summary>
public sealed record RevisionText(int Number, string Content);
