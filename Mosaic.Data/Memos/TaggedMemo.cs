namespace Mosaic.Data.Memos;

/// <summary>What a change of tags needs to know of a memo.</summary>
public sealed record TaggedMemo(Guid Id, string Content, string[] Tags, int RevisionCount);
