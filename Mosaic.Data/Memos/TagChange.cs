namespace Mosaic.Data.Memos;

/// <summary>
/// What a change of tags did to one memo, with what taking it back needs. <see cref="Content"/> is null where the text stayed; otherwise the
/// text makes revision <see cref="Revision"/>, and the one before holds the old text.
/// </summary>
public sealed record TagChange(Guid MemoId, string[] TagsBefore, string[] Tags, string? Content, int Revision);
