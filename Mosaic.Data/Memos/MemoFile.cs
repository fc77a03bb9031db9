namespace Mosaic.Data.Memos;

/// <summary>A file of a memo as pages show it. <see cref="FileSize"/> is in bytes.</summary>
public sealed record MemoFile(Guid Id, string Filename, string ResourceType, string MimeType, long FileSize);
